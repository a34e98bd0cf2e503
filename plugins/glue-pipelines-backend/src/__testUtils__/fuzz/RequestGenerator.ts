import { ApiDocument, Operation } from './ApiDocument';
import {
  HOSTILE_BODIES,
  HOSTILE_HEADERS,
  HOSTILE_TEXTS,
  UNKNOWN_PATHS,
} from './hostileValues';
import { Random } from '../Random';
import { KnownValues, SchemaValues } from './SchemaValues';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'PROPFIND'];
/** A URL beyond this is refused by the HTTP server itself. */
const LONGEST_PATH = 8_000;

/** A request as it is sent. */
export interface FuzzedRequest {
  /** In capitals. */
  method: string;
  /** With its query, encoded as far as it is meant to be. */
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
  /** Whom it asks; absent where no operation of the document is meant. */
  operation?: Operation;
}

/** Makes requests of the API's document: right ones, such with one thing wrong, and hostile ones. */
export class RequestGenerator {
  constructor(
    private readonly options: {
      document: ApiDocument;
      random: Random;
      known: KnownValues;
      /** Headers by which somebody else asks than a user. */
      callers: Record<string, string>[];
    },
  ) {}

  next(): FuzzedRequest {
    const { random, document } = this.options;
    const operation = random.pick(document.operations);
    const request = this.requestOf(operation);
    if (random.chance(0.04)) {
      const path = random.pick(UNKNOWN_PATHS);
      return { ...request, path, operation: undefined };
    }
    if (random.chance(0.04)) {
      return { ...request, method: random.pick(METHODS), operation: undefined };
    }
    return request;
  }

  private requestOf(operation: Operation): FuzzedRequest {
    const { random, document, known, callers } = this.options;
    // A third is right in everything: others rarely get past the first check.
    const badness = random.pick([0, 0.1, 0.4]);
    const values = new SchemaValues(document, random, known, badness);
    const isHostile = badness > 0 && random.chance(0.15);
    const headers: Record<string, string> = {
      ...(operation.body && { 'content-type': 'application/json' }),
      ...(isHostile && random.pick(HOSTILE_HEADERS)),
      ...(random.chance(0.05) && random.pick(callers)),
    };
    return {
      operation,
      method: operation.method.toUpperCase(),
      path: this.pathOf(operation, values, badness),
      headers,
      body: this.bodyOf(operation, values, badness),
    };
  }

  private pathOf(
    { path, parameters }: Operation,
    values: SchemaValues,
    badness: number,
  ): string {
    const { random } = this.options;
    let filled = path;
    const query: string[] = [];
    const add = (name: string, value: unknown) =>
      query.push(`${encoded(name)}=${encoded(value)}`);
    for (const { name, in: place, required, schema } of parameters) {
      if (place === 'path') {
        const value = encoded(values.of(schema, name));
        filled = filled.replace(`{${name}}`, value || 'x');
      } else if (required ? !values.leavesOut() : random.chance(0.4)) {
        const value = values.of(schema, name);
        for (const each of Array.isArray(value) ? value : [value]) {
          add(name, each);
        }
        if (random.chance(badness / 5)) {
          add(random.pick([name, `${name}[]`, `${name}[a]`]), value);
        }
      }
    }
    if (random.chance(badness / 5)) {
      query.push(random.pick(['a=%zz', '=', '&&', 'a[b][c]=1', '__proto__=1']));
    }
    if (random.chance(badness / 5)) {
      add(random.pick(HOSTILE_TEXTS), random.pick(HOSTILE_TEXTS));
    }
    const whole = query.length > 0 ? `${filled}?${query.join('&')}` : filled;
    return whole.length > LONGEST_PATH ? filled : whole;
  }

  private bodyOf(
    { body }: Operation,
    values: SchemaValues,
    badness: number,
  ): Buffer | undefined {
    const { random } = this.options;
    if (!body) {
      return random.chance(badness / 5) ? Buffer.from('{}') : undefined;
    }
    if (random.chance(badness / 4)) {
      return random.chance(0.1) ? undefined : random.pick(HOSTILE_BODIES);
    }
    return Buffer.from(JSON.stringify(values.of(body, '')));
  }
}

/** Percent-encoded; half a surrogate pair becomes the bytes that no UTF-8 has. */
function encoded(value: unknown): string {
  const text =
    typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(Buffer.from(text).toString())
    .replaceAll('%EF%BF%BD', '%ED%A0%80')
    .slice(0, LONGEST_PATH);
}
