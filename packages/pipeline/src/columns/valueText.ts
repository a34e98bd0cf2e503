import type { ColumnType } from './columnFields';

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
  type: ColumnType | undefined,
): string | undefined {
  const [is, how] = TYPES[type ?? 'string'];
  return is(value)
    ? undefined
    : `${JSON.stringify(value)} is no ${type}: write ${how}`;
}
