/** An argument as it is typed in a POSIX shell. */
export function shellWord(argument: string): string {
  if (/^[\w./:=@%+,-]+$/.test(argument)) return argument;
  // In double quotes these would mean something.
  if (!/["$`\\!]/.test(argument)) return `"${argument}"`;
  return `'${argument.replaceAll("'", "'\\''")}'`;
}
