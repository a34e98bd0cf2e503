import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failedRun } from '../__fixtures__/covidHiring';
import { english } from '../__testUtils__/texts';
import { ExportMenu } from './ExportMenu';
import { layoutGraph } from './layout';
import { download } from './picture';
import { shownGraph } from './shownGraph';
import { structureOf } from './sizes';

jest.mock('./picture', () => ({
  ...jest.requireActual('./picture'),
  download: jest.fn(),
}));

const shown = shownGraph(english, failedRun.graph, {
  workflowName: 'covid-hiring',
  showTriggers: false,
});

async function choose(format: string) {
  renderInTestApp(
    <ExportMenu
      shown={shown}
      layout={layoutGraph(structureOf(shown))}
      workflowName="covid-hiring"
      caption="Failed, started 21 Nov 2026, 06:00:00 UTC"
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Export' }));
  await userEvent.click(screen.getByRole('menuitem', { name: format }));
}

describe('ExportMenu', () => {
  beforeEach(() => jest.mocked(download).mockReset());

  it('saves an SVG that stands for itself', async () => {
    await choose('As SVG');
    await waitFor(() => expect(download).toHaveBeenCalledTimes(1));
    const [file, name] = jest.mocked(download).mock.calls[0];
    expect(name).toBe('covid-hiring.svg');
    expect(file.type).toBe('image/svg+xml');

    const text = await file.text();
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
    const words = [...svg.querySelectorAll('text')].map(
      ({ textContent }) => textContent,
    );
    expect(words).toEqual(
      expect.arrayContaining([
        'covid-hiring',
        'Failed, started 21 Nov 2026, 06:00:00 UTC',
        'transform',
        'Failed',
        '11 s',
        'crawl-processed',
        'Not reached',
        'At 06:00 (UTC)',
      ]),
    );
    // Neither a style sheet nor anything from elsewhere.
    expect(text).not.toMatch(/class=|href=|<style|currentColor|NaN|undefined/);
    // Nor does it stay in the page.
    expect(document.querySelector('svg[width][viewBox] title')).toBeNull();
  });

  it('says why there is no picture', async () => {
    jest.mocked(download).mockImplementation(() => {
      throw new Error('The disk is full.');
    });
    await choose('As SVG');
    expect(
      await screen.findByText(
        'The picture could not be made. The disk is full.',
      ),
    ).toBeInTheDocument();
  });
});
