import AxeBuilder from '@axe-core/playwright';
import { Page } from '@playwright/test';
import { expect } from './fixtures';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** Fails where what the page shows violates WCAG, or is wider than the window. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(TAGS)
    .include('main')
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  const overflow = await page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}
