/** A 64-bit number as two halves: BigInt arithmetic would be ten times slower. */
export interface Word64 {
  high: number;
  low: number;
}

// The polynomial of CRC-64/NVME, bits reflected: 0x9a6c9329ac4bc9b5.
const polynomialHigh = 0x9a6c9329;
const polynomialLow = 0xac4bc9b5;

const highTable = new Int32Array(256);
const lowTable = new Int32Array(256);
for (let byte = 0; byte < 256; byte++) {
  let high = 0;
  let low = byte;
  for (let bit = 0; bit < 8; bit++) {
    const carry = low & 1;
    low = (low >>> 1) | (high << 31);
    high >>>= 1;
    if (carry) {
      high ^= polynomialHigh;
      low ^= polynomialLow;
    }
  }
  highTable[byte] = high;
  lowTable[byte] = low;
}

/** CRC-64/NVME of `bytes`, going on from `previous` (zeros to begin with). */
export function crc64nvme(bytes: Uint8Array, previous: Word64): Word64 {
  let high = ~previous.high;
  let low = ~previous.low;
  for (let index = 0; index < bytes.length; index++) {
    const entry = (low ^ bytes[index]) & 0xff;
    low = ((low >>> 8) | (high << 24)) ^ lowTable[entry];
    high = (high >>> 8) ^ highTable[entry];
  }
  return { high: ~high >>> 0, low: ~low >>> 0 };
}
