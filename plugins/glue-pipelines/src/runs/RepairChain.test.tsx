import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { covidHiringRuns } from '../__fixtures__/covidHiring';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { RepairChain } from './RepairChain';

const [newest, second, third] = covidHiringRuns;
const runs = [
  { ...newest, previousRunId: second.id },
  { ...second, previousRunId: third.id },
  third,
];

it('shows a run among those that go on from each other, and leads to them', async () => {
  const onSelect = jest.fn();
  renderOnEntity(<RepairChain run={runs[1]} runs={runs} onSelect={onSelect} />);
  const chain = await screen.findByRole('list', {
    name: 'Attempt 2 of 3: runs that go on from each other',
  });
  expect(chain).toHaveTextContent(
    'Original runsucceededRepair 1succeededLatest repairfailed',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Original run' }));
  expect(onSelect).toHaveBeenCalledWith(third.id);
});

it('is not there for a run by itself', async () => {
  renderOnEntity(
    <>
      <p>Beside it</p>
      <RepairChain run={third} runs={[third]} onSelect={jest.fn()} />
    </>,
  );
  await screen.findByText('Beside it');
  expect(screen.queryByRole('list', { name: /Attempt/ })).toBeNull();
});

it('speaks German to who has chosen that', async () => {
  renderOnEntity(
    <RepairChain run={runs[1]} runs={runs} onSelect={jest.fn()} />,
    { language: 'de' },
  );
  expect(
    await screen.findByRole('list', {
      name: 'Versuch 2 von 3: Läufe, die einander fortsetzen',
    }),
  ).toHaveTextContent(
    'Ursprünglicher LauferfolgreichReparatur 1erfolgreichLetzte Reparaturfehlgeschlagen',
  );
});
