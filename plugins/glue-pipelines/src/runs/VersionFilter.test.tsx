import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { covidHiringRuns } from '../__fixtures__/covidHiring';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { VersionFilter } from './VersionFilter';

const [newest, second] = covidHiringRuns;
const a = { ...newest, version: 'a' };
const b = { ...second, version: 'b' };

it('limits runs to the version of one, and shows all again', async () => {
  const onChange = jest.fn();
  renderOnEntity(
    <>
      <VersionFilter run={a} runs={[a, b]} onChange={onChange} />
      <VersionFilter version="a" run={a} runs={[a, b]} onChange={onChange} />
    </>,
  );
  await userEvent.click(
    await screen.findByRole('button', {
      name: 'Show only runs of this version',
    }),
  );
  expect(onChange).toHaveBeenLastCalledWith('a');
  await userEvent.click(screen.getByRole('button', { name: 'Show all runs' }));
  expect(onChange).toHaveBeenLastCalledWith(undefined);
});

it.each([
  ['all are of one version', a, [a, a]],
  ['the version is not known', newest, [newest, b]],
])('is not there where %s', async (_, run, runs) => {
  renderOnEntity(
    <>
      <p>Beside it</p>
      <VersionFilter run={run} runs={runs} onChange={jest.fn()} />
    </>,
  );
  await screen.findByText('Beside it');
  expect(screen.queryByRole('button', { name: /version/ })).toBeNull();
});
