/** Where a command writes, and whom it asks. */
export interface Terminal {
  /** Results: one line to standard output. */
  print(line: string): void;
  /** Everything besides results: one line to standard error. */
  note(line: string): void;
  /** Redraws in place when a person looks at it. */
  readonly isInteractive: boolean;
  /** Lines that can be redrawn without scrolling. */
  readonly height: number;
  /** Replaces the lines that the last call drew. Only when interactive. */
  redraw(lines: readonly string[]): void;
  /** Whether the person agrees; false when nobody can be asked. */
  confirm(question: string): Promise<boolean>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  let drawn = 0;
  const { stdin, stdout, stderr } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the output has seen enough: `local-glue runs x | head -1`.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    isInteractive: Boolean(stdout.isTTY) && process.env.TERM !== 'dumb',
    get height() {
      // One less: the cursor stands below the last line.
      return (stdout.rows || 24) - 1;
    },
    print: line => void stdout.write(`${line}\n`),
    note: line => void stderr.write(`${line}\n`),
    redraw(lines) {
      // Lines that wrap would be counted wrong and drawn over.
      // Some pseudo-terminals say that they have no size.
      const width = stdout.columns || 80;
      const up = drawn > 0 ? `\x1b[${drawn}A\x1b[J` : '';
      stdout.write(`${up}${lines.map(l => `${cut(l, width)}\n`).join('')}`);
      drawn = lines.length;
    },
    async confirm(question) {
      if (!stdin.isTTY) return false;
      const { createInterface } = await import('node:readline/promises');
      const prompt = createInterface({ input: stdin, output: stderr });
      try {
        const answer = await prompt.question(`${question} [y/N] `);
        return /^y(es)?$/i.test(answer.trim());
      } finally {
        prompt.close();
      }
    },
  };
}

/** The text cut to a width in columns; escape sequences take none. */
export function cut(text: string, width: number): string {
  // eslint-disable-next-line no-control-regex -- escape sequences begin with a control character
  const parts = text.split(/(\x1b\[[0-9;]*m)/);
  let room = width;
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return part;
      const kept = [...part].slice(0, room);
      room -= kept.length;
      return kept.join('');
    })
    .join('');
}
