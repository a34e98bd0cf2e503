import { ordinal } from './formatDateTime';

/** `-1234.5` taken apart; without a sign, leading zeros or exponent. */
function decimal(text: string): {
  isNegative: boolean;
  whole: string;
  fraction: string;
} {
  const plain = /e/i.test(text)
    ? Number(text).toLocaleString('en-US', {
        useGrouping: false,
        maximumFractionDigits: 20,
      })
    : text;
  const [whole, fraction = ''] = plain.replace(/^[+-]/, '').split('.');
  return {
    isNegative: plain.startsWith('-'),
    whole: whole.replace(/^0+(?=\d)/, ''),
    fraction,
  };
}

/** Rounds half away from zero. */
function round(whole: string, fraction: string, digits: number) {
  const kept = BigInt(
    `${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`,
  );
  const rounded = kept + (fraction.charAt(digits) >= '5' ? 1n : 0n);
  const text = rounded.toString().padStart(digits + 1, '0');
  return {
    whole: text.slice(0, text.length - digits),
    fraction: digits > 0 ? text.slice(-digits) : '',
  };
}

/**
 * A number in a format such as `$999,999.99` (Amazon Redshift Database
 * Developer Guide, "Numeric format strings"). A number that does not fit
 * gives `#` in the places of its digits. Throws Error for an unknown format.
 */
export function formatNumber(text: string, format: string): string {
  const upper = format.toUpperCase();
  const isFilled = !upper.includes('FM');
  const { isNegative, ...given } = decimal(text);
  if (upper.replace('FM', '') === 'RN') {
    const numeral = toRoman(Number(given.whole));
    const cased = format.includes('rn') ? numeral.toLowerCase() : numeral;
    return isFilled ? cased.padStart(15) : cased;
  }
  if (!/^(?:FM|PR|MI|PL|SG|TH|[90.,DGLSC$ ])*$/.test(upper)) {
    throw new Error(
      `TO_CHAR does not know the numeric format ${JSON.stringify(format)}`,
    );
  }
  const core = upper.replace('FM', '');
  const [wholeFormat, fractionFormat = ''] = core.split(/[.D]/);
  const places = (part: string) => part.replace(/[^90]/g, '');
  const { whole, fraction } = round(
    given.whole,
    given.fraction,
    places(fractionFormat).length,
  );
  const isZero = !/[1-9]/.test(whole + fraction);
  const isMinus = isNegative && !isZero;
  const digits = writeWhole(wholeFormat, whole, fraction !== '');
  let number = digits.trimStart();
  if (fraction) {
    number += `.${isFilled ? fraction : trimOptional(fraction, fractionFormat)}`;
  }
  const blanks = isFilled
    ? ' '.repeat(digits.length - digits.trimStart().length)
    : '';
  const sign = isMinus ? '-' : '+';

  let before = '';
  let after = '';
  const point = core.search(/[90.D]/);
  const head = core.slice(0, point);
  const tail = core.slice(core.replace(/[^90.,DG]/g, ' ').trimEnd().length);
  const currency = /[L$C]/;
  if (/[S]/.test(head) || head.includes('SG')) {
    before =
      currency.test(head) && head.search(currency) < head.indexOf('S')
        ? `$${sign}`
        : sign + (currency.test(head) ? '$' : '');
  } else if (currency.test(head)) {
    before = '$';
  }
  if (head.includes('MI')) before = `${isMinus ? '-' : ' '}${before}`;
  if (head.includes('PL')) before = `${isMinus ? ' ' : '+'}${before}`;
  const blank = isFilled ? ' ' : '';
  if (tail.includes('MI')) after += isMinus ? '-' : blank;
  else if (tail.includes('PL')) after += isMinus ? '' : '+';
  else if (tail.includes('SG') || tail.includes('S')) after += sign;
  if (currency.test(tail)) after += '$';
  if (/TH/.test(tail) && !isMinus) {
    after += ordinal(Number(whole), format.includes('TH'));
  }
  if (core.includes('PR')) {
    return isMinus
      ? `${blanks}<${before}${number}>`
      : `${isFilled ? ' ' : ''}${blanks}${before}${number}${isFilled ? ' ' : ''}`;
  }
  const hasSign = /S|MI|PL/.test(head + tail);
  const implied = isMinus ? '-' : blank;
  const implicit = hasSign ? '' : implied;
  return `${blanks}${implicit}${before}${number}${after}`;
}

function writeWhole(
  format: string,
  whole: string,
  hasFraction: boolean,
): string {
  const places = format.replace(/[^90]/g, '');
  if (whole.length > places.length && whole !== '0') {
    return format
      .replace(/[^90,G]/g, '')
      .replace(/[90]/g, '#')
      .replaceAll('G', ',');
  }
  const firstZero = places.indexOf('0');
  // A nine in front of the point shows no lone zero when decimals follow.
  const shown = whole === '0' && hasFraction && firstZero === -1 ? '' : whole;
  const zeros = firstZero === -1 ? 0 : places.length - firstZero;
  const filled = shown.padStart(zeros, '0').padStart(places.length, ' ');
  let result = '';
  let at = 0;
  for (const character of format.replace(/[^90,G]/g, '')) {
    if (character === ',' || character === 'G') {
      result += result.trim() === '' ? ' ' : ',';
    } else {
      result += filled[at++];
    }
  }
  return result;
}

/** With FM the zeros behind the last digit go, where the format has nines. */
function trimOptional(fraction: string, format: string): string {
  const required = format.replace(/[^90]/g, '').lastIndexOf('0') + 1;
  return (
    fraction.slice(0, required) + fraction.slice(required).replace(/0+$/, '')
  );
}

const numerals: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function toRoman(value: number): string {
  if (value < 1 || value > 3999) return '#'.repeat(15);
  let rest = value;
  let result = '';
  for (const [worth, numeral] of numerals) {
    while (rest >= worth) {
      result += numeral;
      rest -= worth;
    }
  }
  return result;
}

/**
 * Reads a number in a format (Amazon Redshift Database Developer Guide,
 * "TO_NUMBER"). Returns it as decimal text. Throws Error when the text has none.
 */
export function parseNumber(text: string, format: string): string {
  const isNegative = /-|<.*>/.test(text);
  const digits = text.replace(/[^0-9.]/g, '');
  if (!/\d/.test(digits)) {
    throw new Error(`invalid input for TO_NUMBER: ${JSON.stringify(text)}`);
  }
  const [whole, fraction = ''] = digits.split('.');
  const upper = format.toUpperCase();
  const [wholeFormat, fractionFormat = ''] = upper.split(/[.D]/);
  const places = (part: string) => part.replace(/[^90]/g, '').length;
  const keptWhole = whole.slice(0, places(wholeFormat)) || '0';
  const kept = fraction.slice(0, places(fractionFormat));
  return `${isNegative ? '-' : ''}${keptWhole}${kept ? `.${kept}` : ''}`;
}
