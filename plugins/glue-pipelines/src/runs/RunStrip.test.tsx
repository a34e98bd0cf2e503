import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { covidHiringRuns } from '../__fixtures__/covidHiring';
import { RunStrip } from './RunStrip';

function Strip() {
  const [selectedId, setSelectedId] = useState(covidHiringRuns[0].id);
  return (
    <RunStrip
      runs={covidHiringRuns.slice(0, 25)}
      selectedId={selectedId}
      onSelect={setSelectedId}
    />
  );
}

const checked = () => screen.getByRole('radio', { checked: true });

describe('RunStrip', () => {
  it('shows the runs from the oldest to the newest and marks the chosen', () => {
    renderInTestApp(<Strip />);
    const bars = screen.getAllByRole('radio');
    expect(bars).toHaveLength(25);
    expect(checked()).toBe(bars[24]);
    expect(checked()).toHaveAccessibleName(/failed, 20 s/);
  });

  it('says where a new version begins', () => {
    const runs = covidHiringRuns
      .slice(0, 3)
      .map((run, index) => ({ ...run, version: index === 0 ? 'b' : 'a' }));
    renderInTestApp(<RunStrip runs={runs} onSelect={jest.fn()} />);
    expect(
      screen
        .getAllByRole('radio')
        .map(bar => /the first of a new version/.test(bar.title)),
    ).toEqual([false, false, true]);
  });

  it('is one tab stop in which arrow keys choose', async () => {
    const user = userEvent.setup();
    renderInTestApp(<Strip />);
    const bars = screen.getAllByRole('radio');
    expect(bars.filter(bar => bar.tabIndex === 0)).toEqual([bars[24]]);
    bars[24].focus();
    await user.keyboard('{ArrowLeft}');
    expect(checked()).toBe(bars[23]);
    expect(document.activeElement).toBe(bars[23]);
    await user.keyboard('{Home}{ArrowRight}');
    expect(checked()).toBe(bars[1]);
  });

  it('chooses by click', async () => {
    renderInTestApp(<Strip />);
    await userEvent.click(screen.getAllByRole('radio')[3]);
    expect(checked()).toBe(screen.getAllByRole('radio')[3]);
  });
});
