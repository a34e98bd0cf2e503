/** AWS Glue Developer Guide, "Built-in CSV classifier". */
const delimiters = [',', '|', '\t', ';', '\u0001'] as const;

/** How many lines at the beginning of a file decide. */
const sampleLines = 100;

/**
 * The delimiter of the most lines of the sample, by how many lines have it as
 * often as the first; a comma when none is there at all.
 */
export function detectDelimiter(sample: string): string {
  let best = { delimiter: ',', lines: 0, fields: 0 };
  for (const delimiter of delimiters) {
    const { agreeing, fields } = fieldCounts(sample, delimiter, '"');
    if (fields === 0) continue;
    if (
      agreeing > best.lines ||
      (agreeing === best.lines && fields > best.fields)
    ) {
      best = { delimiter, lines: agreeing, fields };
    }
  }
  return best.delimiter;
}

/** Whether most lines of the sample have the delimiter as often as the first. */
export function isDelimitedBy(
  sample: string,
  delimiter: string,
  quote: string,
): boolean {
  const { lines, agreeing } = fieldCounts(sample, delimiter, quote);
  return agreeing * 2 > lines;
}

function fieldCounts(sample: string, delimiter: string, quote: string) {
  const counts = sample
    .split(/\r?\n/, sampleLines)
    .filter(line => line !== '')
    .map(line => countOutsideQuotes(line, delimiter, quote));
  const [fields = 0] = counts;
  return {
    lines: counts.length,
    agreeing: counts.filter(count => count === fields).length,
    /** Of the first line, without its last one. */
    fields,
  };
}

function countOutsideQuotes(
  line: string,
  delimiter: string,
  quote: string,
): number {
  let count = 0;
  let isQuoted = false;
  for (const character of line) {
    if (character === quote) isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) count++;
  }
  return count;
}

/**
 * Whether a first line names the columns, by the rule of Glue's CSV classifier
 * (AWS Glue Developer Guide, "Built-in CSV classifier"): all of its fields are
 * texts, of fewer than 150 characters except the last, which may also be empty,
 * and the lines below differ from it by having at least one column that is no
 * text.
 *
 * @param types - the Hive types of the columns without the first line
 */
export function isHeader(
  firstLine: readonly string[],
  types: readonly string[],
): boolean {
  const areNames = firstLine.every((field, index) => {
    const text = field.trim();
    const isLast = index === firstLine.length - 1;
    if (text === '') return isLast && index > 0;
    return (text.length < 150 || isLast) && isName(text);
  });
  return areNames && types.some(type => type !== 'string');
}

/** No number or truth value, and on one line. */
function isName(field: string): boolean {
  return (
    Number.isNaN(Number(field)) &&
    !/^(true|false)$/i.test(field) &&
    !/\p{Cc}/u.test(field.replaceAll('\t', ''))
  );
}
