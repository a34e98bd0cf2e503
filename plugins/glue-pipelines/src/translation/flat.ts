import { Translated } from './Translated';

/** The keys of nested messages as the translation API writes them, joined by dots. */
type FlatKey<Messages> = {
  [Key in keyof Messages & string]: Messages[Key] extends string
    ? Key
    : `${Key}.${FlatKey<Messages[Key]>}`;
}[keyof Messages & string];

function* entriesOf(
  nested: object,
  prefix = '',
): Generator<[key: string, text: string]> {
  for (const [key, value] of Object.entries(nested)) {
    if (typeof value === 'string') {
      yield [prefix + key, value];
    } else {
      yield* entriesOf(value, `${prefix}${key}.`);
    }
  }
}

/** Nested messages as the translation API takes them from a language's file. */
export function flat<Messages>(nested: Translated<Messages>) {
  return Object.fromEntries(entriesOf(nested as object)) as {
    [Key in FlatKey<Messages>]: string;
  };
}
