/** What one byte contributes to a reflected 32-bit CRC. */
export function reflectedTable(polynomial: number): Int32Array {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) {
      value = value & 1 ? polynomial ^ (value >>> 1) : value >>> 1;
    }
    table[byte] = value;
  }
  return table;
}
