/**
 * Answers that are good for a while: who asks the same within it, or while the
 * question is under way, gets the same answer. Errors are not kept. Whoever
 * asks has to be authorized already.
 */
export class SharedAnswers<T> {
  private readonly answers = new Map<
    string,
    { answer: Promise<T>; goodUntil: number }
  >();

  constructor(
    private readonly limits: {
      /** Milliseconds for which an answer is good, or all answers are. */
      goodForMs: number | ((answer: T) => number);
      /** Answers that are kept; the oldest goes first. */
      most: number;
    },
  ) {}

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.answers.get(key);
    if (known && known.goodUntil > Date.now()) {
      return known.answer;
    }
    const entry = { answer: ask(), goodUntil: Infinity };
    // To the end of the order in which entries are forgotten.
    this.answers.delete(key);
    this.answers.set(key, entry);
    entry.answer.then(
      answer => {
        const { goodForMs } = this.limits;
        entry.goodUntil =
          Date.now() +
          (typeof goodForMs === 'number' ? goodForMs : goodForMs(answer));
      },
      () => {
        if (this.answers.get(key) === entry) {
          this.answers.delete(key);
        }
      },
    );
    for (const oldest of this.answers.keys()) {
      if (this.answers.size <= this.limits.most) {
        break;
      }
      this.answers.delete(oldest);
    }
    return entry.answer;
  }

  /** What was answered is not so any more. */
  forget(key: string): void {
    this.answers.delete(key);
  }
}
