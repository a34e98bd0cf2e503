import { reflectedTable } from './reflectedTable';

/** The Castagnoli polynomial, bits reflected. */
const table = reflectedTable(0x82f63b78);

/** CRC-32C of `bytes`, going on from `previous` (0 to begin with). */
export function crc32c(bytes: Uint8Array, previous: number): number {
  let crc = ~previous;
  for (let index = 0; index < bytes.length; index++) {
    crc = table[(crc ^ bytes[index]) & 0xff] ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}
