import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { openGlueTab } from './pipelinePage';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

for (const theme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [400, 800],
  ]) {
    test(`the Glue tab has no accessibility violations, ${theme}, ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await page.addInitScript(
        name => localStorage.setItem('theme', name),
        theme,
      );
      await openGlueTab(page, 'covid-hiring');
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page })
        .withTags(TAGS)
        .include('main')
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual(
        [],
      );
      const overflow = await page.evaluate(
        () =>
          document.documentElement.scrollWidth -
          document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}
