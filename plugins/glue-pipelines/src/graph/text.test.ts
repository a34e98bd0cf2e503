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
    ['ingest-customers-of-region', ['ingest-customers-', 'of-region']],
    ['ingest_customers_of_region', ['ingest_customers', '_of_region']],
    ['a-abcdefghijklmnopqrstuvwxyz', ['a-abcdefghijklmno', 'pqrstuvwxyz']],
  ])('breaks %s', (text, lines) => {
    expect(wrapText(text, 150, SIZE)).toEqual(lines);
  });

  it('shortens what needs more than two lines, and shows both ends', () => {
    const [first, second, ...more] = wrapText(
      'orders-of-the-whole-north-american-region-for-the-quarter-2026q4',
      130,
      SIZE,
    );
    expect(more).toEqual([]);
    expect(first).toMatch(/^orders-of-/);
    expect(second).toMatch(/….*2026q4$/);
  });
});
