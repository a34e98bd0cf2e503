import { ApiDocument, Schema } from './ApiDocument';
import { HOSTILE_JSON, HOSTILE_TEXTS } from './hostileValues';
import { Random } from '../Random';

/** Values of the portal under test by the names of their fields, the most useful first. */
export type KnownValues = Record<string, readonly string[]>;

/** Values for schemas of the document: right, at their limits, just beyond them, and hostile. */
export class SchemaValues {
  constructor(
    private readonly document: ApiDocument,
    private readonly random: Random,
    private readonly known: KnownValues,
    /** The share of values that may be wrong. */
    private readonly badness: number,
  ) {}

  /** A value for a field. */
  of(reference: Schema, name: string): unknown {
    const { random, badness } = this;
    const schema = this.document.resolve(reference);
    if (!random.chance(badness)) {
      return this.valid(schema, name);
    }
    const limits = atLimits(schema);
    if (limits.length > 0 && random.chance(0.4)) {
      return random.pick(limits);
    }
    return random.pick(random.chance(0.6) ? HOSTILE_TEXTS : HOSTILE_JSON);
  }

  /** Whether something that must be there is left out. */
  leavesOut(): boolean {
    return this.random.chance(this.badness / 3);
  }

  private valid(schema: Schema, name: string): unknown {
    const { random } = this;
    const known = Object.hasOwn(this.known, name) ? this.known[name] : [];
    if (schema.enum) {
      return random.pick(schema.enum);
    }
    switch (schema.type) {
      case 'array': {
        const least = schema.minItems ?? 0;
        const length = least + Math.floor(random.next() * 3);
        return Array.from({ length }, () => this.of(schema.items ?? {}, name));
      }
      case 'object':
        return this.object(schema);
      case 'integer':
      case 'number': {
        const { minimum = 0, maximum = minimum + 100 } = schema;
        return Math.round(minimum + random.next() * (maximum - minimum));
      }
      case 'boolean':
        return random.chance(0.5);
      default:
        if (known.length > 0) {
          return random.chance(0.6) ? known[0] : random.pick(known);
        }
        return schema.format === 'date-time'
          ? random.pick(['2026-11-28T12:00:00Z', '1970-01-01T00:00:00+01:00'])
          : 'x'.repeat(Math.max(1, schema.minLength ?? 0));
    }
  }

  private object(schema: Schema): Record<string, unknown> {
    const { random } = this;
    const entries: [string, unknown][] = [];
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const isPresent = schema.required?.includes(name)
        ? !this.leavesOut()
        : random.chance(0.5);
      if (isPresent) {
        entries.push([name, this.of(property, name)]);
      }
    }
    const others = schema.additionalProperties;
    if (typeof others === 'object') {
      entries.push([random.pick(['day', 'a b', 'é']), this.of(others, 'day')]);
    }
    if (random.chance(this.badness / 3)) {
      entries.push([random.pick(HOSTILE_TEXTS), this.of({}, 'other')]);
    }
    return Object.fromEntries(entries);
  }
}

/** Values at the limits of a schema, on either side. */
function atLimits(schema: Schema): unknown[] {
  const around = (limit: number | undefined) =>
    limit === undefined ? [] : [limit - 1, limit, limit + 1];
  const lengths = (least?: number, most?: number) =>
    [...around(least), ...around(most)].filter(length => length >= 0);
  return [
    ...around(schema.minimum),
    ...around(schema.maximum),
    ...lengths(schema.minLength, schema.maxLength).map(n => 'x'.repeat(n)),
    ...lengths(schema.minItems, schema.maxItems).map(n => Array(n).fill('x')),
  ];
}
