import { fitText, textWidth, wrapText } from './text';

const SIZE = 14;

it('takes wide characters for wider than narrow ones', () => {
  expect(textWidth('illi', SIZE)).toBeLessThan(textWidth('team', SIZE));
  expect(textWidth('日本', SIZE)).toBeGreaterThanOrEqual(28);
});

describe('fitText', () => {
  it.each([
    ['load', 'load'],
    ['ingest-customers-of-region-north', /^ingest-.+….+-north$/],
    ['ingest-customers-of-region-south', /^ingest-.+….+-south$/],
  ])('shows %s as %s', (text, shown) => {
    const fitted = fitText(text, 150, SIZE);
    expect(fitted).toMatch(shown);
    expect(textWidth(fitted, SIZE)).toBeLessThanOrEqual(150);
  });
});

describe('wrapText', () => {
  it.each([
    ['load', ['load']],
    ['load-customers-of-region', ['load-customers-', 'of-region']],
    ['load_customers_of_region', ['load_customers_', 'of_region']],
    ['loadCustomersOfRegion', ['loadCustomersOf', 'Region']],
    // Not after the first letter, where the rest would not fit.
    ['a-abcdefghijklmnopqrstuvwxyz', ['a-abcdefghijklmn', 'opqrstuvwxyz']],
  ])('breaks %s', (text, lines) => {
    expect(wrapText(text, 150, SIZE)).toEqual(lines);
  });

  it('shortens what needs more than two lines, and shows both ends', () => {
    const [first, second, ...more] = wrapText(
      'orders-of-the-whole-north-american-region-for-the-quarter-2026q4',
      150,
      SIZE,
    );
    expect(more).toEqual([]);
    expect(first).toBe('orders-of-the-');
    expect(second).toMatch(/^whole-.*….*2026q4$/);
  });
});
