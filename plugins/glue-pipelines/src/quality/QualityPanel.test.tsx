import { screen, within } from '@testing-library/react';
import { judgedRun } from '../__fixtures__/covidHiring';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { QualityPanel } from './QualityPanel';

describe('QualityPanel', () => {
  it('shows what one must know first, and where the rows lie', async () => {
    renderOnEntity(<QualityPanel quality={judgedRun.quality!} />);
    expect(
      await screen.findByRole('heading', { name: 'Quality' }),
    ).toBeVisible();
    expect(screen.getByText('1 of 5 rules are met')).toBeVisible();
    const items = screen.getAllByRole('listitem');
    expect(items.map(item => item.firstChild?.textContent)).toEqual([
      'Failed',
      'Set aside',
      'Warned',
      'Not judged',
      'Passed',
    ]);
    expect(items[2]).toHaveTextContent(
      'every country is known93.25% of the rows have a value; wanted: at least 95%',
    );
    expect(
      screen.getByText(/12 rows do not meet their rules/),
    ).toHaveTextContent(judgedRun.quality!.quarantine!);
  });

  it('says nothing of rows set aside where none was', async () => {
    const { rules } = judgedRun.quality!;
    renderOnEntity(
      <QualityPanel quality={{ rows: 4, rules: rules.slice(0, 1) }} />,
      { language: 'de' },
    );
    const item = await screen.findByRole('listitem');
    expect(within(item).getByText('Erfüllt')).toBeVisible();
    expect(screen.queryByText(/nicht geladen/)).toBeNull();
  });
});
