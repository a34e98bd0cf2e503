import { english, german } from '../__testUtils__/texts';
import { amountWords, costWords } from './amountWords';

const price = { perDpuHour: 0.44, currency: 'USD', note: 'An estimate' };

describe('amountWords', () => {
  it.each([
    [1.234, 'USD', '$1.23'],
    [0.001, 'EUR', '€0.00'],
  ])('shows %d %s as %s', (amount, currency, words) => {
    expect(amountWords(english, amount, { currency })).toBe(words);
  });
});

describe('costWords', () => {
  it('tells hours and about what they cost', () => {
    expect(costWords(english, 0.25, price)).toBe('0.250, about $0.11');
    expect(costWords(english, 0.25, undefined)).toBe('0.250');
  });

  it('tells them in German', () => {
    expect(costWords(german, 0.25, price)).toBe('0,250, etwa 0,11\u00a0$');
  });
});
