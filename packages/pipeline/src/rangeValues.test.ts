import { rangeValues } from './rangeValues';

describe('rangeValues', () => {
  it.each([
    [
      'day',
      '2026-02-27',
      '2026-03-01',
      ['2026-02-27', '2026-02-28', '2026-03-01'],
    ],
    ['day', '2026-03-29', '2026-03-29', ['2026-03-29']],
    ['day', '1970-01-01', '1970-01-01', ['1970-01-01']],
    ['month', '2025-11-30', '2026-01-01', ['2025-11', '2025-12', '2026-01']],
  ] as const)('gives each %s from %s to %s', (every, from, to, values) => {
    expect(rangeValues({ every, from, to })).toEqual(values);
  });

  it('gives the hours of whole days', () => {
    const hours = rangeValues({
      every: 'hour',
      from: '2026-11-28',
      to: '2026-11-29',
    });
    expect(hours).toHaveLength(48);
    expect(hours[0]).toBe('2026-11-28T00');
    expect(hours[47]).toBe('2026-11-29T23');
  });

  it.each([
    ['2026-11-29', '2026-11-28', '2026-11-28 is before 2026-11-29'],
    ['2026-02-30', '2026-03-01', "'2026-02-30' is no date"],
    ['2026-02-01', 'tomorrow', "'tomorrow' is no date"],
    ['2025-01-01', '2026-01-02', 'has more than 366 days'],
  ])('refuses %s to %s', (from, to, message) => {
    expect(() => rangeValues({ every: 'day', from, to })).toThrow(message);
  });
});
