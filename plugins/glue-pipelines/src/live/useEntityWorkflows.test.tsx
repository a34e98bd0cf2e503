import { act, screen } from '@testing-library/react';
import { covidHiring, runningRun } from '../__fixtures__/covidHiring';
import {
  backEnd,
  renderOnEntity,
  Signals,
} from '../__testUtils__/renderOnEntity';
import { useEntityWorkflows } from './useEntityWorkflows';

function Interval() {
  const { intervalMs, refresh } = useEntityWorkflows('component:default/x');
  return <button onClick={refresh}>every {intervalMs}</button>;
}

const running = (succeeded: number) => ({
  ...covidHiring,
  health: 'running' as const,
  lastRun: {
    ...runningRun,
    // Long ago.
    startedAt: '2026-11-21T06:00:00Z',
    statistics: { ...runningRun.statistics, succeeded },
  },
});

it('asks seldom while changes are pushed, and often once one was not', async () => {
  const api = backEnd();
  const signals = new Signals();
  const answer = (succeeded: number) =>
    api.getWorkflows.mockResolvedValue({ items: [running(succeeded)] });
  answer(1);
  renderOnEntity(<Interval />, { api, signals });
  expect(await screen.findByText('every 5000')).toBeInTheDocument();

  answer(2);
  act(() =>
    signals.send({ action: 'workflow-changed', key: covidHiring.signalKey }),
  );
  expect(await screen.findByText('every 20000')).toBeInTheDocument();

  const ask = async () => {
    const asked = api.getWorkflows.mock.calls.length;
    await act(async () =>
      screen.getByRole('button', { name: /^every/ }).click(),
    );
    expect(api.getWorkflows).toHaveBeenCalledTimes(asked + 1);
  };
  await ask();
  expect(screen.getByText('every 20000')).toBeInTheDocument();

  answer(3);
  await ask();
  expect(await screen.findByText('every 5000')).toBeInTheDocument();
});
