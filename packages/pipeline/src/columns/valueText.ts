import type { ColumnType } from './columnFields';
import { digitsOf, plainType, type RowType } from './rowTypes';

const WHOLE = /^[+-]?\d{1,19}$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?( ?(Z|[+-]\d{2}(:?\d{2})?))?$/;

const within = (value: string, bits: bigint) => {
  const half = 2n ** (bits - 1n);
  const number = BigInt(value.replace('+', ''));
  return -half <= number && number < half;
};

const isDay = (value: string) =>
  DAY.test(value) &&
  new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

/** Whether a number keeps all its digits as a decimal. Zeros at either end are none. */
function fits(
  value: string,
  { precision, scale }: { precision: number; scale: number },
): boolean {
  const [whole, places = ''] = value.replace(/^[+-]/, '').split('.');
  return (
    whole.replace(/^0+/, '').length <= precision - scale &&
    places.replace(/0+$/, '').length <= scale
  );
}

/** Whether a text is a value of a type, as sources read it, and how one is written. */
const TYPES: Record<ColumnType, [is: (value: string) => boolean, how: string]> =
  {
    boolean: [value => /^(true|false)$/i.test(value), 'true or false'],
    int: [value => WHOLE.test(value) && within(value, 32n), 'for example 0'],
    bigint: [value => WHOLE.test(value) && within(value, 64n), 'for example 0'],
    decimal: [value => NUMBER.test(value), 'for example 0.5'],
    double: [
      value =>
        /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) &&
        Number.isFinite(Number(value)),
      'for example 0.5',
    ],
    string: [() => true, ''],
    date: [isDay, 'for example 2024-01-31'],
    timestamp: [
      value => isDay(MOMENT.exec(value)?.[1] ?? ''),
      'for example 2024-01-31T12:00:00Z',
    ],
  };

/** What is wrong with a text that stands for a value of a type. */
export function valueProblem(
  value: string,
  type: RowType | undefined,
): string | undefined {
  const [is, how] = TYPES[plainType(type) ?? 'string'];
  if (!is(value)) {
    return `${JSON.stringify(value)} is no ${type}: write ${how}`;
  }
  const digits = digitsOf(type);
  return digits && !fits(value, digits)
    ? `${JSON.stringify(value)} has more digits than a ${type}: write at most ${digits.precision - digits.scale} before and ${digits.scale} behind the point, or give the column more by a step cast before it`
    : undefined;
}
