import { invalidPattern } from '../errors';
import { isStructure, Matcher, readMatcher } from './matchers';

/** Whether an event is one that a rule waits for. */
export type EventPattern = (event: Record<string, unknown>) => boolean;

/**
 * Reads an event pattern ("Creating Amazon EventBridge event patterns",
 * Amazon EventBridge User Guide): the fields of a structure must all match, of
 * the elements of a list one. Where the event has an array, one of its elements
 * must match, and the fields of a structure are those of the same element.
 * Throws InvalidEventPatternException.
 */
export function readEventPattern(text: string): EventPattern {
  let pattern: unknown;
  try {
    pattern = JSON.parse(text);
  } catch (error) {
    throw invalidPattern(`It is not JSON: ${(error as Error).message}`);
  }
  if (!isStructure(pattern)) throw invalidPattern('Filter is not an object');
  return readStructure(pattern);
}

function readStructure(pattern: Record<string, unknown>): Matcher {
  const fields = Object.entries(pattern).map(([name, wanted]) =>
    name === '$or' ? readAlternatives(wanted) : readField(name, wanted),
  );
  if (fields.length === 0)
    throw invalidPattern('Empty objects are not allowed');
  return value => {
    if (Array.isArray(value)) {
      return value.some(element => fields.every(holds => holds(element)));
    }
    return fields.every(holds => holds(value));
  };
}

function readField(name: string, wanted: unknown): Matcher {
  const matches = readWanted(name, wanted);
  return parent =>
    matches(
      isStructure(parent) && Object.hasOwn(parent, name)
        ? parent[name]
        : undefined,
    );
}

function readWanted(name: string, wanted: unknown): Matcher {
  if (isStructure(wanted)) return readStructure(wanted);
  if (!Array.isArray(wanted)) {
    throw invalidPattern(`"${name}" must be an object or an array`);
  }
  if (wanted.length === 0) {
    throw invalidPattern('Empty arrays are not allowed');
  }
  const matchers = wanted.map(readMatcher);
  const isOne: Matcher = value => matchers.some(matches => matches(value));
  return value =>
    Array.isArray(value) ? value.some(element => isOne(element)) : isOne(value);
}

function readAlternatives(wanted: unknown): Matcher {
  if (
    !Array.isArray(wanted) ||
    wanted.length < 2 ||
    !wanted.every(isStructure)
  ) {
    throw invalidPattern('$or takes a list of two or more patterns');
  }
  const alternatives = wanted.map(readStructure);
  return value => alternatives.some(holds => holds(value));
}
