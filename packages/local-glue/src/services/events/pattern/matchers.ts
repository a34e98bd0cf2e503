import { BlockList, isIP } from 'node:net';
import { invalidPattern } from '../errors';

/** Whether a value of an event, which may be undefined, is what the pattern wants. */
export type Matcher = (value: unknown) => boolean;

/** A comparison of text: how it reads what it is given, in a list or by itself. */
const textComparisons: Record<string, (operand: string) => Matcher> = {
  prefix: operand => ofText(text => text.startsWith(operand)),
  suffix: operand => ofText(text => text.endsWith(operand)),
  'equals-ignore-case': operand => {
    const wanted = operand.toLowerCase();
    return ofText(text => text.toLowerCase() === wanted);
  },
  wildcard: operand => {
    const parts = wildcardParts(operand);
    return ofText(text => hasParts(text, parts));
  },
};

const operators: Record<string, (operand: unknown) => Matcher> = {
  prefix: operand => affix('prefix', operand),
  suffix: operand => affix('suffix', operand),
  'equals-ignore-case': operand =>
    textComparisons['equals-ignore-case'](
      asText('equals-ignore-case', operand),
    ),
  wildcard: operand => textComparisons.wildcard(asText('wildcard', operand)),
  'anything-but': anythingBut,
  numeric,
  cidr,
  exists(operand) {
    if (typeof operand !== 'boolean') {
      throw invalidPattern('exists match pattern must be either true or false');
    }
    // It holds for leaves only: a structure neither exists nor is missing.
    return value =>
      operand
        ? value !== undefined && !isStructure(value)
        : value === undefined;
  },
};

/**
 * One element of a pattern's list: a value to be equal to, or a structure with
 * one comparison ("Comparison operators for use in event patterns in Amazon
 * EventBridge", Amazon EventBridge User Guide). Throws
 * InvalidEventPatternException.
 */
export function readMatcher(element: unknown): Matcher {
  if (element === null || typeof element !== 'object') {
    return value => value === element;
  }
  const comparisons = Object.entries(element);
  if (Array.isArray(element) || comparisons.length !== 1) {
    throw invalidPattern(
      'A list of a pattern holds values, and structures with one comparison each',
    );
  }
  const [[operator, operand]] = comparisons;
  if (!Object.hasOwn(operators, operator)) {
    throw invalidPattern(
      `Unrecognized match type ${operator}; there are ${Object.keys(operators).join(', ')}`,
    );
  }
  return operators[operator](operand);
}

function affix(operator: 'prefix' | 'suffix', operand: unknown): Matcher {
  if (!isStructure(operand)) {
    return textComparisons[operator](asText(operator, operand));
  }
  const { 'equals-ignore-case': text, ...others } = operand;
  if (Object.keys(others).length > 0) {
    throw invalidPattern(
      `${operator} takes text, or {"equals-ignore-case": text}`,
    );
  }
  const wanted = asText(operator, text).toLowerCase();
  const compare = textComparisons[operator](wanted);
  return ofText(value => compare(value.toLowerCase()));
}

/** Takes a value, several, or a comparison of text with one or several. A field that is missing does not match. */
function anythingBut(operand: unknown): Matcher {
  let excluded: Matcher[];
  if (isStructure(operand)) {
    const [[operator, operands] = ['', undefined], ...others] =
      Object.entries(operand);
    if (others.length > 0 || !Object.hasOwn(textComparisons, operator)) {
      throw invalidPattern(
        `anything-but takes one of ${Object.keys(textComparisons).join(', ')}`,
      );
    }
    excluded = asList(operands).map(text =>
      textComparisons[operator](asText(`anything-but ${operator}`, text)),
    );
  } else {
    const values = asList(operand);
    if (!values.every(value => ['string', 'number'].includes(typeof value))) {
      throw invalidPattern('anything-but takes text and numbers');
    }
    excluded = values.map(wanted => value => value === wanted);
  }
  if (excluded.length === 0) throw invalidPattern('anything-but has no value');
  return value =>
    value !== undefined &&
    !isStructure(value) &&
    !excluded.some(matches => matches(value));
}

const numericComparisons: Record<string, (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** `["=", 5]` or a range, `[">", 0, "<=", 5]`. */
function numeric(operand: unknown): Matcher {
  const parts = Array.isArray(operand) ? operand : [];
  const comparisons: ((value: number) => boolean)[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const compare = numericComparisons[parts[index]];
    const bound = parts[index + 1];
    if (!compare || typeof bound !== 'number') break;
    comparisons.push(value => compare(value, bound));
  }
  const isComplete = comparisons.length * 2 === parts.length;
  if (!isComplete || comparisons.length < 1 || comparisons.length > 2) {
    throw invalidPattern(
      `numeric takes one or two comparisons, such as [">", 0, "<=", 5]; the comparisons are ${Object.keys(numericComparisons).join(' ')}`,
    );
  }
  return value =>
    typeof value === 'number' && comparisons.every(holds => holds(value));
}

/** An address of IPv4 or IPv6 in a block, `10.0.0.0/24`. */
function cidr(operand: unknown): Matcher {
  const [address, bits] = asText('cidr', operand).split('/');
  const block = new BlockList();
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  try {
    block.addSubnet(address, Number(bits), family);
  } catch {
    throw invalidPattern(`"${operand}" is not a CIDR block`);
  }
  return ofText(text => {
    const version = isIP(text);
    return version > 0 && block.check(text, version === 6 ? 'ipv6' : 'ipv4');
  });
}

/** The text between the asterisks, which stand for any text; `\*` is an asterisk and `\\` a backslash. */
function wildcardParts(text: string): string[] {
  if (/(?<!\\)(\\\\)*\*\*/.test(text)) {
    throw invalidPattern('Consecutive wildcard characters');
  }
  const parts = [''];
  for (let index = 0; index < text.length; index++) {
    let character = text[index];
    if (character === '*') {
      parts.push('');
      continue;
    }
    if (character === '\\') {
      character = text[++index];
      if (character !== '*' && character !== '\\') {
        throw invalidPattern('Invalid escape character in a wildcard');
      }
    }
    parts[parts.length - 1] += character;
  }
  return parts;
}

/** Whether the text is the parts with anything between them: in linear time, which a regular expression does not promise. */
function hasParts(text: string, [first, ...others]: string[]): boolean {
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let position = first.length;
  for (const part of others) {
    const found = text.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  return text.length - last.length >= position && text.endsWith(last);
}

function ofText(matches: (text: string) => boolean): Matcher {
  return value => typeof value === 'string' && matches(value);
}

function asText(operator: string, operand: unknown): string {
  if (typeof operand === 'string') return operand;
  throw invalidPattern(`${operator} match pattern must be a string`);
}

function asList(operand: unknown): unknown[] {
  return Array.isArray(operand) ? operand : [operand];
}

export function isStructure(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
