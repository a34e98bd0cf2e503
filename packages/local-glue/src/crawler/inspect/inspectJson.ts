import type { Inspection } from './inspectFile';
import { JsonLinesScanner } from './JsonLinesScanner';
import { readChunks, TextFile } from './readChunks';

/** The columns of a file of JSON lines by all of its lines, and how many objects it has. */
export async function inspectJson(
  file: TextFile,
  signal: AbortSignal,
): Promise<Inspection> {
  const scanner = new JsonLinesScanner();
  await readChunks(file, signal, chunk => scanner.write(chunk));
  scanner.end();
  return {
    schema: {
      format: 'json',
      compression: file.compression,
      columns: scanner.type
        .members()
        .map(([name, type]) => ({ name, type: type.hiveType() })),
    },
    recordCount: scanner.records,
  };
}
