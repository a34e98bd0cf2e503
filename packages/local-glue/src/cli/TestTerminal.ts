import { Terminal } from './Terminal';

/** Keeps what a command writes, as plain text. */
export class TestTerminal implements Terminal {
  readonly isInteractive = false;
  readonly out: string[] = [];
  readonly notes: string[] = [];
  readonly asked: string[] = [];
  /** What the person answers. */
  agrees = false;

  print(line: string): void {
    this.out.push(line);
  }

  note(line: string): void {
    this.notes.push(line);
  }

  redraw(): void {
    throw new Error('Only an interactive terminal is redrawn');
  }

  async confirm(question: string): Promise<boolean> {
    this.asked.push(question);
    return this.agrees;
  }
}
