import { Terminal } from '../Terminal';

/** Keeps what a command writes, as plain text. */
export class TestTerminal implements Terminal {
  readonly isInteractive: boolean;
  readonly height = 24;
  /** What was redrawn in place, when interactive. */
  readonly screens: (readonly string[])[] = [];
  readonly out: string[] = [];
  readonly notes: string[] = [];
  readonly asked: string[] = [];
  /** What the person answers. */
  agrees = false;

  constructor(options: { isInteractive?: boolean } = {}) {
    this.isInteractive = options.isInteractive ?? false;
  }

  print(line: string): void {
    this.out.push(line);
  }

  note(line: string): void {
    this.notes.push(line);
  }

  redraw(lines: readonly string[]): void {
    if (!this.isInteractive) {
      throw new Error('Only an interactive terminal is redrawn');
    }
    this.screens.push(lines);
  }

  async confirm(question: string): Promise<boolean> {
    this.asked.push(question);
    return this.agrees;
  }
}
