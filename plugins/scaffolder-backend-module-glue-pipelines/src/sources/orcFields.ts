import * as zlib from 'node:zlib';
import { snappyUncompress } from 'hyparquet';
import type { InferredType } from './inferType';
import { packed, readMessage, varint, type Message } from './protobuf';
import type { RangedObject } from './rangedObject';
import { EmptySourceError, SourceError } from './SourceError';
import type { TypedField } from './TypedField';

// Fields of the messages at the end of a file (Apache ORC, "ORC Specification v1").
const POSTSCRIPT = { footerLength: 1, compression: 2, blockSize: 3 };
const FOOTER = { types: 4, numberOfRows: 6 };
const TYPE = { kind: 1, subtypes: 2, names: 3, precision: 5, scale: 6 };

/** The compressions, by their numbers there. */
const COMPRESSIONS = ['none', 'zlib', 'snappy', 'lzo', 'lz4', 'zstd'];

/** The kinds of types by their numbers there, with what columns make of them. */
const KINDS: readonly (readonly [
  words: string,
  type?: InferredType['type'],
])[] = [
  ['boolean', 'boolean'],
  ['tinyint', 'int'],
  ['smallint', 'int'],
  ['int', 'int'],
  ['bigint', 'bigint'],
  ['float', 'double'],
  ['double', 'double'],
  ['string', 'string'],
  ['binary'],
  ['timestamp', 'timestamp'],
  ['array', 'string'],
  ['map', 'string'],
  ['struct', 'string'],
  ['uniontype'],
  ['decimal', 'decimal'],
  ['date', 'date'],
  ['varchar', 'string'],
  ['char', 'string'],
  ['timestamp with local time zone', 'timestamp'],
];

/** How many bytes of the end are read first; most footers are shorter. */
const END_BYTES = 64 * 1024;

const numberIn = (message: Message, field: number) =>
  Number(message.get(field)?.[0] ?? 0);

function decompress(compression: string, bytes: Buffer, most: number): Buffer {
  switch (compression) {
    case 'zlib':
      return zlib.inflateRawSync(bytes, { maxOutputLength: most });
    case 'zstd':
      return zlib.zstdDecompressSync(bytes, { maxOutputLength: most });
    case 'snappy': {
      // The stream begins with its length.
      const length = Number(varint(bytes, 0)[0]);
      if (length > most) {
        throw new RangeError('its footer is too long');
      }
      const output = new Uint8Array(length);
      snappyUncompress(bytes, output);
      return Buffer.from(output);
    }
    default:
      throw new RangeError(`its footer is compressed by ${compression}`);
  }
}

/** A stream of chunks, each with its length and whether it is compressed. */
function wholeStream(
  bytes: Buffer,
  compression: string,
  blockSize: number,
): Buffer {
  if (compression === 'none') {
    return bytes;
  }
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const header = bytes.readUIntLE(at, 3);
    const end = at + 3 + Math.floor(header / 2);
    const chunk = bytes.subarray(at + 3, end);
    chunks.push(
      header % 2 === 1 ? chunk : decompress(compression, chunk, blockSize),
    );
    at = end;
  }
  return Buffer.concat(chunks);
}

async function footerOf(object: RangedObject): Promise<Message> {
  const read = (bytes: number) =>
    object.read(Math.max(0, object.size - bytes), object.size);
  let end = await read(END_BYTES);
  const length = end[end.length - 1];
  const from = end.length - 1 - length;
  const postscript = readMessage(end.subarray(from, from + length));
  const footerLength = numberIn(postscript, POSTSCRIPT.footerLength);
  const behind = length + 1;
  if (footerLength + behind > end.length) {
    end = await read(footerLength + behind);
  }
  return readMessage(
    wholeStream(
      end.subarray(end.length - behind - footerLength, end.length - behind),
      COMPRESSIONS[numberIn(postscript, POSTSCRIPT.compression)] ?? 'unknown',
      numberIn(postscript, POSTSCRIPT.blockSize),
    ),
  );
}

function fieldOf(name: string, type: Message): TypedField {
  const [words, column] = KINDS[numberIn(type, TYPE.kind)] ?? ['unknown'];
  if (column !== 'decimal') {
    return { name, words, ...(column ? { type: { type: column } } : {}) };
  }
  const precision = numberIn(type, TYPE.precision);
  const scale = numberIn(type, TYPE.scale);
  return {
    name,
    words: `${words}(${precision},${scale})`,
    type: { type: column, precision, scale },
  };
}

/** The columns of an ORC file, from the footer at its end. */
export async function orcFields(object: RangedObject): Promise<TypedField[]> {
  const footer = await footerOf(object).catch((error: unknown) => {
    if (error instanceof Error && '$metadata' in error) {
      throw error;
    }
    throw new SourceError(
      `is orc, and the file has no readable footer at its end (${
        error instanceof Error ? error.message : error
      }): write the file again or name another one`,
      'format',
    );
  });
  if (numberIn(footer, FOOTER.numberOfRows) === 0) {
    throw new EmptySourceError('has no rows: name a file with data');
  }
  // The first type is that of a row.
  const types = ((footer.get(FOOTER.types) ?? []) as Buffer[]).map(readMessage);
  const names = (types[0]?.get(TYPE.names) ?? []) as Buffer[];
  const children = ((types[0]?.get(TYPE.subtypes) ?? []) as (bigint | Buffer)[])
    // Numbers may be written one by one, or all together.
    .flatMap(one => (typeof one === 'bigint' ? [Number(one)] : packed(one)));
  return names.map((name, index) =>
    fieldOf(name.toString(), types[children[index]]),
  );
}
