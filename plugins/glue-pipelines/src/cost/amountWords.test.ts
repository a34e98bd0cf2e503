import { amountWords, costWords } from './amountWords';

const price = { perDpuHour: 0.44, currency: 'USD', note: 'An estimate' };

describe('amountWords', () => {
  it.each([
    [1.234, 'USD', '$1.23'],
    [0.001, 'EUR', '€0.00'],
  ])('shows %d %s as %s', (amount, currency, words) => {
    expect(amountWords(amount, { currency })).toBe(words);
  });
});

describe('costWords', () => {
  it('tells hours and about what they cost', () => {
    expect(costWords(0.25, price)).toBe('0.250, about $0.11');
    expect(costWords(0.25, undefined)).toBe('0.250');
  });
});
