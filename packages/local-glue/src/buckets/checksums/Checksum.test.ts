import { createHash, randomBytes } from 'node:crypto';
import { checksumAlgorithm, createChecksum } from './Checksum';

const hexOf = (base64: string) => Buffer.from(base64, 'base64').toString('hex');

describe('createChecksum', () => {
  // The check values of the catalogue of parametrised CRC algorithms, over "123456789".
  it.each([
    ['CRC32', 'cbf43926'],
    ['CRC32C', 'e3069283'],
    ['CRC64NVME', 'ae8b14860a799888'],
    ['SHA1', createHash('sha1').update('123456789').digest('hex')],
    ['SHA256', createHash('sha256').update('123456789').digest('hex')],
  ] as const)('%s has its published check value', (algorithm, expected) => {
    const checksum = createChecksum(algorithm);
    checksum.update(Buffer.from('123456789'));
    expect(hexOf(checksum.digest())).toBe(expected);
  });

  it.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    '%s does not depend on how the bytes are cut',
    algorithm => {
      const bytes = randomBytes(10_000);
      const whole = createChecksum(algorithm);
      whole.update(bytes);
      const cut = createChecksum(algorithm);
      cut.update(bytes.subarray(0, 1));
      cut.update(bytes.subarray(1, 7_001));
      cut.update(bytes.subarray(7_001));
      expect(cut.digest()).toBe(whole.digest());
    },
  );
});

describe('checksumAlgorithm', () => {
  it.each([
    ['crc32', 'CRC32'],
    ['CRC64NVME', 'CRC64NVME'],
    ['md5', undefined],
  ])('reads %p as %p', (name, expected) => {
    expect(checksumAlgorithm(name)).toBe(expected);
  });
});
