const delimiters = [',', '|', '\t', ';'] as const;

/** How many lines at the beginning of a file decide. */
const sampleLines = 100;

/**
 * The delimiter of the most lines of the sample, by how many lines have it as
 * often as the first; a comma when none is there at all.
 */
export function detectDelimiter(sample: string): string {
  let best = { delimiter: ',', lines: 0, fields: 0 };
  const lines = sample.split(/\r?\n/).filter(line => line !== '');
  for (const delimiter of delimiters) {
    const counts = lines
      .slice(0, sampleLines)
      .map(line => countOutsideQuotes(line, delimiter));
    const [fields = 0] = counts;
    if (fields === 0) continue;
    const agreeing = counts.filter(count => count === fields).length;
    if (
      agreeing > best.lines ||
      (agreeing === best.lines && fields > best.fields)
    ) {
      best = { delimiter, lines: agreeing, fields };
    }
  }
  return best.delimiter;
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0;
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) count++;
  }
  return count;
}

/** The fields of the first line that is not empty; a quoted field may go over several lines. */
export function firstRecord(sample: string, delimiter: string): string[] {
  const text = sample.replace(/^(?:\r?\n)+/, '');
  const fields = [''];
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    const isDoubled = isQuoted && text[index + 1] === '"';
    if (character === '"' && isDoubled) {
      fields[fields.length - 1] += '"';
      index++;
    } else if (character === '"') {
      isQuoted = !isQuoted;
    } else if (!isQuoted && character === '\n') {
      break;
    } else if (!isQuoted && character === delimiter) {
      fields.push('');
    } else {
      fields[fields.length - 1] += character;
    }
  }
  const last = fields.length - 1;
  fields[last] = fields[last].replace(/\r$/, '');
  return fields;
}

/**
 * Whether a first line names the columns, by the rule of Glue's CSV classifier
 * (AWS Glue Developer Guide, "Built-in CSV classifier"): all of its fields are
 * texts (the last may be empty) of up to 150 characters, and the lines below
 * differ from it by having at least one column that is no text.
 *
 * @param types - the Hive types of the columns without the first line
 */
export function isHeader(
  firstLine: readonly string[],
  types: readonly string[],
): boolean {
  const areNames = firstLine.every((field, index) => {
    const text = field.trim();
    if (text === '') return index === firstLine.length - 1 && index > 0;
    return text.length <= 150 && isText(text);
  });
  return areNames && types.some(type => type !== 'string');
}

function isText(field: string): boolean {
  return Number.isNaN(Number(field)) && !/^(true|false)$/i.test(field);
}
