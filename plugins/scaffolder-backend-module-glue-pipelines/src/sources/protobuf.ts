/** The fields of a message of Protocol Buffers, each with its values in order. */
export type Message = Map<number, (bigint | Buffer)[]>;

/** A number of seven bits a byte, the least first. */
export function varint(
  bytes: Buffer,
  at: number,
): [value: bigint, end: number] {
  let value = 0n;
  for (let index = at; index < bytes.length && index < at + 10; index += 1) {
    value |= BigInt(bytes[index] & 0x7f) << BigInt(7 * (index - at));
    if (bytes[index] < 0x80) {
      return [value, index + 1];
    }
  }
  throw new RangeError('a number has no end');
}

/** The numbers of a packed field. */
export function packed(bytes: Buffer): number[] {
  const numbers: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [value, end] = varint(bytes, at);
    numbers.push(Number(value));
    at = end;
  }
  return numbers;
}

const SIZES: Record<number, number> = { 1: 8, 5: 4 };

/**
 * Reads a message (Protocol Buffers documentation, "Encoding"). What the
 * fields mean is for the caller to know.
 *
 * @throws RangeError where the bytes are none
 */
export function readMessage(bytes: Buffer): Message {
  const message: Message = new Map();
  let at = 0;
  while (at < bytes.length) {
    const [key, behind] = varint(bytes, at);
    const kind = Number(key & 7n);
    let value: bigint | Buffer;
    if (kind === 0) {
      [value, at] = varint(bytes, behind);
    } else {
      const [size, from] =
        kind === 2 ? varint(bytes, behind) : [SIZES[kind], behind];
      at = from + Number(size ?? Infinity);
      if (at > bytes.length) {
        throw new RangeError('a field ends behind its message');
      }
      value = bytes.subarray(from, at);
    }
    const field = Number(key >> 3n);
    message.set(field, [...(message.get(field) ?? []), value]);
  }
  return message;
}
