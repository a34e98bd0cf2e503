/**
 * Why the data folder cannot be written, by the codes of system calls (errno(3))
 * and of SQLite ("Result and Error Codes"): each a sentence and what to do.
 */
const faults: readonly (readonly [RegExp, string])[] = [
  [
    /^(ENOSPC|EDQUOT|SQLITE_FULL)$/,
    'The disk that holds the data folder is full. Free some space and repeat the request',
  ],
  [
    /^EFBIG$/,
    'The disk that holds the data folder, or the limit of this process (ulimit -f), allows no file of that size',
  ],
  [
    /^(EROFS|SQLITE_READONLY.*)$/,
    'The disk that holds the data folder cannot be written. Make it writable and repeat the request',
  ],
  [
    /^(EIO|SQLITE_IOERR.*)$/,
    'The disk that holds the data folder failed to read or write; it may be full or broken. Look at it and repeat the request',
  ],
  [
    /^(SQLITE_BUSY.*|SQLITE_LOCKED.*)$/,
    'Another program has locked state.db in the data folder. Close it and repeat the request',
  ],
  [
    /^(SQLITE_CORRUPT.*|SQLITE_NOTADB)$/,
    'The file state.db in the data folder is damaged. Stop local-glue and restore it from a copy, or begin anew with "local-glue reset"',
  ],
];

/** What is wrong with the disk below the data folder, for a person; undefined when the error is of another kind. */
export function storageFault(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  if (typeof code !== 'string') return undefined;
  const told = faults.find(([codes]) => codes.test(code))?.[1];
  return told && `${told} (${code}).`;
}
