import type { InferredType } from './inferType';
import { varint } from './protobuf';
import type { RangedObject } from './rangedObject';
import { EmptySourceError, SourceError } from './SourceError';
import type { TypedField } from './TypedField';

/** How many bytes of the beginning are read: first a little, then what very wide schemas take. */
const HEADER_BYTES = [64 * 1024, 4 * 1024 * 1024];

/** The marker between a file's blocks, in bytes. */
const SYNC_BYTES = 16;

interface Defined {
  type: AvroType;
  name?: string;
  namespace?: string;
  logicalType?: string;
  precision?: number;
  scale?: number;
  fields?: { name: string; type: AvroType }[];
  items?: AvroType;
  values?: AvroType;
}

type AvroType = string | AvroType[] | Defined;

/** Types by their names, with and without the namespace: later fields only name them. */
type Named = Map<string, Defined>;

function collect(type: AvroType | undefined, named: Named, within = '') {
  if (Array.isArray(type)) {
    type.forEach(member => collect(member, named, within));
  } else if (typeof type === 'object') {
    const { name, namespace = within, fields = [], items, values } = type;
    if (name !== undefined) {
      named.set(name, type).set(`${namespace}.${name}`, type);
    }
    [type.type, items, values, ...fields.map(field => field.type)].forEach(
      inner => collect(inner, named, namespace),
    );
  }
}

/** What columns make of plain types; nested ones are read as their JSON. */
const PLAIN: Record<string, InferredType['type']> = {
  boolean: 'boolean',
  int: 'int',
  long: 'bigint',
  float: 'double',
  double: 'double',
  string: 'string',
  enum: 'string',
  record: 'string',
  array: 'string',
  map: 'string',
};

/** What they make of a type that says more than how it is stored. */
const LOGICAL: Record<string, InferredType['type']> = {
  'int date': 'date',
  'long timestamp-millis': 'timestamp',
  'long timestamp-micros': 'timestamp',
  'long local-timestamp-millis': 'timestamp',
  'long local-timestamp-micros': 'timestamp',
};

type Described = Omit<TypedField, 'name'>;

const plain = (words: string, type: string): Described => {
  const column = PLAIN[type];
  return { words, ...(column && { type: { type: column } }) };
};

/** Unions of these are what holds the values of both. */
const WIDER: readonly (readonly [string, string])[] = [
  ['int', 'long'],
  ['float', 'double'],
];

function ofUnion(members: AvroType[], named: Named): Described {
  const others = members.filter(member => member !== 'null');
  if (others.length === 1) {
    return describe(others[0], named);
  }
  const wider = WIDER.find(pair =>
    others.every(member => pair.includes(String(member))),
  );
  return wider
    ? plain(wider[1], wider[1])
    : { words: 'union', type: { type: 'string' } };
}

/** A type as Spark reads it (Apache Spark, "Apache Avro Data Source Guide"). */
function describe(type: AvroType, named: Named): Described {
  if (Array.isArray(type)) {
    return ofUnion(type, named);
  }
  if (typeof type === 'string') {
    const defined = named.get(type);
    return defined ? describe(defined, named) : plain(type, type);
  }
  const { type: inner, logicalType, precision = 0, scale = 0 } = type;
  if (typeof inner !== 'string') {
    return describe(inner, named);
  }
  if (
    logicalType === 'decimal' &&
    (inner === 'bytes' || inner === 'fixed') &&
    precision > 0
  ) {
    return {
      words: `decimal(${precision},${scale})`,
      type: { type: 'decimal', precision, scale },
    };
  }
  const logical = LOGICAL[`${inner} ${logicalType}`];
  return logical
    ? { words: logicalType!, type: { type: logical } }
    : plain(inner, inner);
}

/** A whole number as Avro writes it: zigzag, the least bits first. */
function long(bytes: Buffer, at: number): [value: number, end: number] {
  const [raw, end] = varint(bytes, at);
  return [Number((raw >> 1n) ^ -(raw & 1n)), end];
}

/** The schema, and whether a block of rows follows; throws RangeError where the bytes end before. */
function headerOf(bytes: Buffer, size: number) {
  const metadata = new Map<string, string>();
  let at = 4;
  const text = () => {
    const [length, from] = long(bytes, at);
    at = from + length;
    if (length < 0 || at > bytes.length) {
      throw new RangeError('its header has no end');
    }
    return bytes.toString('utf8', from, at);
  };
  for (;;) {
    let count: number;
    [count, at] = long(bytes, at);
    if (count === 0) {
      break;
    }
    if (count < 0) {
      // The size of the block of entries follows.
      [, at] = long(bytes, at);
    }
    for (let entry = 0; entry < Math.abs(count); entry += 1) {
      const key = text();
      metadata.set(key, text());
    }
  }
  const schema = JSON.parse(metadata.get('avro.schema') ?? '""') as AvroType;
  return { schema, isEmpty: at + SYNC_BYTES >= size };
}

async function readHeader(object: RangedObject) {
  let problem: unknown;
  for (const limit of HEADER_BYTES) {
    const bytes = await object.read(0, Math.min(limit, object.size));
    try {
      return headerOf(bytes, object.size);
    } catch (error) {
      problem = error;
      if (object.size <= limit) {
        break;
      }
    }
  }
  throw new SourceError(
    `is avro, and the file has no readable header (${
      (problem as Error).message
    }): write the file again or name another one`,
    'format',
  );
}

/** The columns of an Avro file, from the schema in its header. */
export async function avroFields(object: RangedObject): Promise<TypedField[]> {
  const { schema, isEmpty } = await readHeader(object);
  const fields =
    typeof schema === 'object' && !Array.isArray(schema)
      ? schema.fields
      : undefined;
  if (!fields) {
    throw new SourceError(
      'is avro, and its schema is no record, which has columns: name another file',
      'format',
    );
  }
  if (isEmpty) {
    throw new EmptySourceError('has no rows: name a file with data');
  }
  const named: Named = new Map();
  collect(schema, named);
  return fields.map(({ name, type }) => ({ name, ...describe(type, named) }));
}
