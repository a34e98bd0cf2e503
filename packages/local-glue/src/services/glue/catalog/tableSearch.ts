import type {
  PropertyPredicate,
  SearchTablesRequest,
} from '@aws-sdk/client-glue';
import { invalidInput } from '../errors';
import type { StoredDatabase, StoredTable } from '../store/definitions';
import { searchedTexts, textField, timeField } from './searchFields';

type TableFilter = (table: StoredTable) => boolean;

/**
 * Compiles SearchText and Filters of SearchTables (AWS Glue API reference):
 * tables pass that have all of them.
 *
 * @throws AwsError InvalidInputException
 */
export function tableSearch(
  { SearchText, Filters = [] }: SearchTablesRequest,
  database: (name: string) => StoredDatabase | undefined,
): TableFilter {
  const filters = Filters.map(propertyFilter);
  if (SearchText) filters.push(textFilter(SearchText, database));
  return table => filters.every(accepts => accepts(table));
}

/**
 * "A string used for a text search. Specifying a value in quotes filters based
 * on an exact match to the value." Which texts of a table are searched, and
 * how, is not documented: here names, descriptions, location, columns and
 * parameters, in any case, for every word, or in quotes for the whole value.
 */
function textFilter(
  searchText: string,
  database: (name: string) => StoredDatabase | undefined,
): TableFilter {
  const [, exact] = /^"(.*)"$/s.exec(searchText.trim()) ?? [];
  const wanted = (exact ?? searchText).toLowerCase();
  const words = wanted.split(/\s+/).filter(word => word !== '');
  return table => {
    const texts = [
      ...searchedTexts(table),
      database(table.DatabaseName)?.Description ?? '',
    ].map(text => text.toLowerCase());
    return exact === undefined
      ? words.every(word => texts.some(text => text.includes(word)))
      : texts.includes(wanted);
  };
}

/** A key that is no member of tables is one of their Parameters. */
function propertyFilter(predicate: PropertyPredicate): TableFilter {
  const { Key, Value, Comparator = 'EQUALS' } = predicate;
  if (Key === undefined || Value === undefined) {
    throw invalidInput(
      "Value at 'Filters' is not valid: each filter needs a Key and a Value.",
    );
  }
  const time = timeField(Key);
  if (time) return timeFilter(time, Value, Comparator);
  if (Comparator !== 'EQUALS') {
    throw invalidInput(
      `Value at 'Filters' is not valid: the Comparator ${Comparator} is for times only, and ${Key} is none. Leave it out.`,
    );
  }
  const read = textField(Key) ?? (table => table.Parameters?.[Key]);
  return table => {
    const text = read(table);
    return text !== undefined && isFound(text, Value);
  };
}

/**
 * "The value of the Name field is split on certain punctuation characters, for
 * example, -, :, #, etc. into tokens. Then each token is exact-match compared
 * with the Value". The whole value is compared too.
 */
function isFound(text: string, value: string): boolean {
  return text === value || text.split(/[^\p{L}\p{N}_]+/u).includes(value);
}

const COMPARATORS: Readonly<
  Record<
    NonNullable<PropertyPredicate['Comparator']>,
    (a: number, b: number) => boolean
  >
> = {
  EQUALS: (a, b) => a === b,
  GREATER_THAN: (a, b) => a > b,
  LESS_THAN: (a, b) => a < b,
  GREATER_THAN_EQUALS: (a, b) => a >= b,
  LESS_THAN_EQUALS: (a, b) => a <= b,
};

/** How a time is written as a Value is not documented: here as ISO 8601, or in seconds since 1970. */
function timeFilter(
  read: (table: StoredTable) => Date | undefined,
  value: string,
  comparator: NonNullable<PropertyPredicate['Comparator']>,
): TableFilter {
  const wanted = /^\d+(\.\d+)?$/.test(value)
    ? Number(value)
    : Date.parse(value) / 1000;
  if (Number.isNaN(wanted)) {
    throw invalidInput(
      `Value at 'Filters' is not valid: ${value} is no time. Write it as 2026-01-31T12:00:00Z, or in seconds since 1970.`,
    );
  }
  const holds = COMPARATORS[comparator];
  return table => {
    const time = read(table);
    return (
      time !== undefined &&
      holds(Math.floor(time.getTime() / 1000), Math.floor(wanted))
    );
  };
}
