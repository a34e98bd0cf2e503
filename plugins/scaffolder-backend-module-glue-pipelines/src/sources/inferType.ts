import { MAX_PRECISION, type SourceColumn } from '@glue-pipelines/pipeline';

/** The type of a column with what belongs to it: all of a column but its name. */
export type InferredType = Pick<
  SourceColumn,
  'type' | 'precision' | 'scale' | 'format'
> & {
  /** What a person should know about the choice. */
  note?: string;
};

const TEXT: InferredType = { type: 'string' };

/** As many digits as decimals usually get; more only where they are needed. */
const USUAL_PRECISION = 18;

/** Money has two decimals even where a sample of it shows fewer. */
const LEAST_SCALE = 2;

const WHOLE = /^[+-]?(0|[1-9]\d*)$/;
const DECIMAL = /^[+-]?(0|[1-9]\d*)?\.\d+$|^[+-]?(0|[1-9]\d*)\.?$/;
const SCIENTIFIC = /^[+-]?(\d+\.?\d*|\.\d+)[eE][+-]?\d+$/;
const ISO_MOMENT =
  /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?( ?(Z|[+-]\d{2}(:?\d{2})?))?$/;

/** Words that often stand for a missing value. */
const NULL_WORDS = /^(null|n\/a|na|none|nan|-|--|\\N)$/i;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const isDay = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const digitsOf = (text: string) => text.replace(/^[+-]/, '');

function decimalOf(values: readonly string[]): InferredType {
  const parts = values.map(value => digitsOf(value).split('.'));
  const scale = Math.max(
    LEAST_SCALE,
    ...parts.map(([, decimals = '']) => decimals.length),
  );
  const whole = Math.max(...parts.map(([digits]) => digits.length));
  const precision =
    whole + scale <= USUAL_PRECISION ? USUAL_PRECISION : MAX_PRECISION;
  return whole + scale <= MAX_PRECISION
    ? { type: 'decimal', precision, scale }
    : {
        ...TEXT,
        note: `has numbers of more than ${MAX_PRECISION} digits, the most that there are, and stays text`,
      };
}

/** The type of texts that are numbers; `undefined` where one of them is none. */
export function numberType(
  values: readonly string[],
): InferredType | undefined {
  if (values.every(value => WHOLE.test(value))) {
    const longest = Math.max(...values.map(value => digitsOf(value).length));
    if (longest <= 18) {
      return { type: 'bigint' };
    }
    return longest <= MAX_PRECISION
      ? { type: 'decimal', precision: MAX_PRECISION, scale: 0 }
      : {
          ...TEXT,
          note: `has numbers of ${longest} digits, more than the ${MAX_PRECISION} that there are, and stays text`,
        };
  }
  if (values.every(value => DECIMAL.test(value))) {
    return decimalOf(values);
  }
  return values.every(value => DECIMAL.test(value) || SCIENTIFIC.test(value))
    ? { type: 'double' }
    : undefined;
}

/** Day and month in one of two orders: only a number over 12 tells which. */
function slashedDate(values: readonly string[]): InferredType | undefined {
  const parts = values.map(value =>
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value),
  );
  if (!parts.every(found => found !== null)) {
    return undefined;
  }
  const numbers = parts.map(found => found.slice(1).map(Number));
  const orders = [
    {
      format: 'dd/MM/yyyy',
      fits: numbers.every(([d, m, y]) => isDay(y, m, d)),
    },
    {
      format: 'MM/dd/yyyy',
      fits: numbers.every(([m, d, y]) => isDay(y, m, d)),
    },
  ].filter(({ fits }) => fits);
  if (orders.length !== 1) {
    return {
      ...TEXT,
      note:
        orders.length === 2
          ? 'has dates that do not tell whether the day or the month comes first, and stays text: declare it as a date of the format dd/MM/yyyy or MM/dd/yyyy'
          : 'has dates with day and month in different orders, and stays text',
    };
  }
  const padded = parts.every(found => found[1].length + found[2].length === 4);
  const [{ format }] = orders;
  return {
    type: 'date',
    format: padded ? format : format.replace('dd', 'd').replace('MM', 'M'),
  };
}

interface DateForm {
  pattern: RegExp;
  /** Year, month and day of a match. */
  day(found: RegExpExecArray): [number, number, number];
  /** Absent: ISO 8601. */
  format?(values: readonly string[]): string;
}

const DATE_FORMS: DateForm[] = [
  {
    pattern: /^(\d{4})-(\d{2})-(\d{2})$/,
    day: ([, y, m, d]) => [Number(y), Number(m), Number(d)],
  },
  {
    pattern: /^(\d{4})\/(\d{2})\/(\d{2})$/,
    day: ([, y, m, d]) => [Number(y), Number(m), Number(d)],
    format: () => 'yyyy/MM/dd',
  },
  {
    pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/,
    day: ([, d, m, y]) => [Number(y), Number(m), Number(d)],
    format: values =>
      values.every(value => value.length === 10) ? 'dd.MM.yyyy' : 'd.M.yyyy',
  },
  {
    pattern: /^(\d{2})-([A-Za-z]{3})-(\d{4})$/,
    day: ([, d, m, y]) => [
      Number(y),
      MONTHS.indexOf(m.toLowerCase()) + 1,
      Number(d),
    ],
    format: () => 'dd-MMM-yyyy',
  },
];

/** The type of texts that are dates or moments; `undefined` where one of them is neither. */
export function momentType(
  values: readonly string[],
): InferredType | undefined {
  for (const { pattern, day, format } of DATE_FORMS) {
    const fits = values.every(value => {
      const found = pattern.exec(value);
      return found !== null && isDay(...day(found));
    });
    if (fits) {
      return { type: 'date', ...(format ? { format: format(values) } : {}) };
    }
  }
  if (
    values.every(
      value =>
        ISO_MOMENT.test(value) && !Number.isNaN(Date.parse(value.slice(0, 10))),
    )
  ) {
    return { type: 'timestamp' };
  }
  return slashedDate(values);
}

/**
 * The type of a column by texts of it. A type is taken only where all of them
 * are of it, in the way in which the jobs will read them; else they stay text.
 *
 * @param texts - without the missing ones
 */
export function inferType(texts: readonly string[]): InferredType {
  const values = texts.map(text => text.trim());
  if (values.length === 0) {
    return {
      ...TEXT,
      note: 'has no value in the sample, and is taken for text',
    };
  }
  if (values.every(value => /^(true|false)$/i.test(value))) {
    return { type: 'boolean' };
  }
  const found = numberType(values) ?? momentType(values);
  if (found) {
    return found;
  }
  const words = [...new Set(values.filter(value => NULL_WORDS.test(value)))];
  const others = values.filter(value => !NULL_WORDS.test(value));
  if (
    words.length > 0 &&
    others.length > 0 &&
    (numberType(others) ?? momentType(others))
  ) {
    return {
      ...TEXT,
      note: `stays text for the word${words.length > 1 ? 's' : ''} ${words.join(', ')}: name ${words.length > 1 ? 'them' : 'it'} in csv.nullWords where a value is missing`,
    };
  }
  return TEXT;
}
