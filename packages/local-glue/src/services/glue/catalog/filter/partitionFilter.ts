import { AwsError } from '../../../../base/AwsError';
import { FILTERABLE_TYPES, KeyType, keyType, KeyValue } from './keyType';
import { like } from './like';
import { malformed } from './malformed';
import { Comparison, Condition, Key, Literal, parse } from './parse';

/** The values of a partition, in the order of the table's partition keys. */
type Values = readonly string[];

/** Unknown (undefined) where a value is unknown, as in SQL. */
type Test = (values: Values) => boolean | undefined;

interface PartitionKey {
  Name: string | undefined;
  Type?: string;
}

/** What Hive writes for a value that is null or empty. */
const HIVE_DEFAULT_PARTITION = '__HIVE_DEFAULT_PARTITION__';

const COMPARISONS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  '=': order => order === 0,
  '<>': order => order !== 0,
  '<': order => order < 0,
  '<=': order => order <= 0,
  '>': order => order > 0,
  '>=': order => order >= 0,
};

/**
 * Compiles the Expression of GetPartitions for a table's partition keys. An
 * expression of nothing or of blanks accepts every partition.
 *
 * @throws AwsError InvalidInputException that names the position. The filter
 *   itself throws InvalidStateException for a partition whose value is not of
 *   its key's type.
 */
export function partitionFilter(
  expression: string | undefined,
  keys: readonly PartitionKey[],
): ((values: Values) => boolean) | undefined {
  if (!expression?.trim()) return undefined;
  const test = compile(parse(expression), keys);
  return values => test(values) === true;
}

function compile(condition: Condition, keys: readonly PartitionKey[]): Test {
  switch (condition.kind) {
    case 'and':
      return joined(condition.conditions, keys, false);
    case 'or':
      return joined(condition.conditions, keys, true);
    case 'not': {
      const test = compile(condition.condition, keys);
      return values => {
        const result = test(values);
        return result === undefined ? undefined : !result;
      };
    }
    default:
      return compileCondition(condition, column(condition.key, keys));
  }
}

/** @param decisive - the result that one condition is enough for: false of AND, true of OR */
function joined(
  conditions: readonly Condition[],
  keys: readonly PartitionKey[],
  decisive: boolean,
): Test {
  const tests = conditions.map(condition => compile(condition, keys));
  return values => {
    let result: boolean | undefined = !decisive;
    for (const test of tests) {
      const each = test(values);
      if (each === decisive) return decisive;
      if (each === undefined) result = undefined;
    }
    return result;
  };
}

/** A partition key that a condition is about. */
interface Column {
  name: string;
  index: number;
  type: KeyType;
  declaredType: string;
}

function column(
  { name, position }: Key,
  keys: readonly PartitionKey[],
): Column {
  const index = keys.findIndex(
    key => key.Name?.toLowerCase() === name.toLowerCase(),
  );
  if (index < 0) {
    const names = keys.map(key => key.Name).join(', ');
    throw malformed(
      position,
      keys.length > 0
        ? `${name} is no partition key of the table. Its partition keys are ${names}`
        : `${name} is no partition key: the table has none`,
    );
  }
  const declaredType = keys[index].Type ?? '';
  const type = keyType(declaredType);
  if (!type) {
    throw malformed(
      position,
      `${name} is of the type ${
        declaredType || '(none)'
      }, which cannot be filtered by. Types that can are ${FILTERABLE_TYPES}`,
    );
  }
  return { name, index, type, declaredType };
}

function compileCondition(
  condition: Exclude<Condition, { kind: 'and' | 'or' | 'not' }>,
  of: Column,
): Test {
  const { compare } = of.type;
  switch (condition.kind) {
    case 'null':
      // Documented, but true of no partition on Glue either (as engines report
      // that filter by it): what Hive writes for null is a string like any other.
      return () => false;
    case 'comparison': {
      const literal = valueOf(condition.literal, of);
      const holds = COMPARISONS[condition.operator];
      return tested(of, value => holds(compare(value, literal)));
    }
    case 'in': {
      const literals = condition.literals.map(each => valueOf(each, of));
      return tested(of, value =>
        literals.some(literal => compare(value, literal) === 0),
      );
    }
    case 'between': {
      const low = valueOf(condition.low, of);
      const high = valueOf(condition.high, of);
      return tested(
        of,
        value => compare(value, low) >= 0 && compare(value, high) <= 0,
      );
    }
    default: {
      if (!of.type.takesPatterns) {
        throw malformed(
          condition.key.position,
          `${of.name} is of the type ${of.declaredType}, which LIKE does not work with. It works with string`,
        );
      }
      const matches = like(condition.pattern.text);
      return tested(of, value => matches(value as string));
    }
  }
}

function valueOf({ text, position }: Literal, { name, type }: Column) {
  const value = type.read(text);
  if (value === undefined) {
    throw malformed(position, `${text} is not ${type.what}, as ${name} is`);
  }
  return value;
}

/** Tests a partition's value of the column. */
function tested(of: Column, test: (value: KeyValue) => boolean): Test {
  return values => {
    // Partitions keep their values when their table gets another partition key.
    const text: string | undefined = values[of.index];
    if (text === undefined) return undefined;
    const value = of.type.read(text);
    if (value !== undefined) return test(value);
    if (text === HIVE_DEFAULT_PARTITION) return undefined;
    throw new AwsError(
      'InvalidStateException',
      `The value ${text} of ${of.name} in the partition ${values.join(
        '/',
      )} is not ${of.type.what}. Delete the partition, or change the type of the partition key.`,
    );
  };
}
