import { gzipSync } from 'node:zlib';
import { sniffContent } from './sniffContent';

describe('sniffContent', () => {
  it.each([
    ['parquet', Buffer.from('PAR1\u0015\u0004')],
    ['avro', Buffer.from('Obj\u0001\u0002')],
    ['orc', Buffer.from('ORC\u0001\u0002')],
    ['gzip', gzipSync('a,b\n1,2')],
    ['json', Buffer.from('\uFEFF  {"a":1}')],
    ['json', Buffer.from('[1]')],
    ['text', Buffer.from('a,b\n1,2')],
    ['binary', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00])],
  ])('%s', (kind, bytes) => expect(sniffContent(bytes)).toBe(kind));
});
