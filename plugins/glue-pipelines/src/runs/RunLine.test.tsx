import { act, screen } from '@testing-library/react';
import { runningRun } from '../__fixtures__/covidHiring';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { RunLine } from './RunLine';

const NOW = Date.parse('2026-11-21T06:00:14.000Z');

afterEach(() => jest.useRealTimers());

it.each([
  ['as AWS and the browser tell the time', 0, '14 s'],
  ['where the clock of AWS is behind', -40_000, '54 s'],
])(
  'says by one clock when a run began and how long it goes on, %s',
  async (_, skewMs, elapsed) => {
    jest.useFakeTimers({ advanceTimers: true, now: NOW });
    const startedAt = new Date(NOW - 14_000 + skewMs).toISOString();
    renderOnEntity(<RunLine run={{ ...runningRun, startedAt }} />);
    expect(await screen.findByText(`${elapsed} ago`)).toBeInTheDocument();
    expect(screen.getByText('Running for').parentElement).toHaveTextContent(
      `Running for ${elapsed}`,
    );
    await act(() => jest.advanceTimersByTimeAsync(3_000));
    const later = `${parseInt(elapsed, 10) + 3} s`;
    expect(screen.getByText(`${later} ago`)).toBeInTheDocument();
    expect(screen.getByText('Running for').parentElement).toHaveTextContent(
      `Running for ${later}`,
    );
  },
);

it.each([
  [{ medianSeconds: 10, tooLongAfterSeconds: 310 }, 'usually 10 s', false],
  [{ medianSeconds: 10, tooLongAfterSeconds: 13 }, 'usually 10 s', true],
  [{}, undefined, false],
])('compares a run that goes on with %j', async (usual, words, tooLong) => {
  jest.useFakeTimers({ advanceTimers: true, now: NOW });
  const startedAt = new Date(NOW - 14_000).toISOString();
  renderOnEntity(<RunLine run={{ ...runningRun, startedAt }} usual={usual} />);
  const length = (await screen.findByText('Running for')).parentElement;
  expect(length).toHaveTextContent(words ? `14 s, ${words}` : /14 s$/);
  expect(screen.queryAllByText('Unusually long')).toHaveLength(tooLong ? 1 : 0);
});

it.each([
  ['en', 'Skipped: nothing new'],
  ['de', 'Übersprungen: nichts Neues'],
] as const)(
  'tells of a run that had nothing to do, in %s',
  async (language, words) => {
    const run = {
      ...runningRun,
      health: 'succeeded' as const,
      skipped: 'nothing-new',
      completedAt: '2026-11-21T06:00:00.000Z',
    };
    renderOnEntity(<RunLine run={run} />, { language });
    expect(await screen.findByText(words)).toBeInTheDocument();
  },
);

it('says of a run, also when it has ended, that it took longer than promised', async () => {
  const run = {
    ...runningRun,
    health: 'succeeded' as const,
    startedAt: '2026-11-21T04:00:00.000Z',
    completedAt: '2026-11-21T06:00:00.000Z',
  };
  renderOnEntity(<RunLine run={run} usual={{ promisedSeconds: 3600 }} />);
  expect(
    await screen.findByText('Longer than promised: at most 1 h'),
  ).toBeInTheDocument();
});
