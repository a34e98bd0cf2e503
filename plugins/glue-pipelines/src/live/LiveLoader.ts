import { isError } from '@backstage/errors';

export interface LiveLoaderOptions<T> {
  load(signal: AbortSignal): Promise<T>;
  onData(data: T): void;
  onError(error: Error): void;
  /** Milliseconds from one answer to the next question; absent: only on request. */
  intervalMs?: number;
}

/**
 * Asks, asks again after a while or when told to, and rests while the page is
 * hidden. One question at a time: telling it during a question makes it ask
 * once more afterwards, however often it was told.
 */
export class LiveLoader<T> {
  private timer?: ReturnType<typeof setTimeout>;
  private controller?: AbortController;
  private again = false;
  private intervalMs?: number;

  constructor(private readonly options: LiveLoaderOptions<T>) {
    this.intervalMs = options.intervalMs;
  }

  start() {
    document.addEventListener('visibilitychange', this.onVisibility);
    this.refresh();
  }

  stop() {
    document.removeEventListener('visibilitychange', this.onVisibility);
    clearTimeout(this.timer);
    this.controller?.abort();
  }

  setInterval(intervalMs: number | undefined) {
    if (intervalMs !== this.intervalMs) {
      this.intervalMs = intervalMs;
      this.schedule();
    }
  }

  readonly refresh = (): void => {
    clearTimeout(this.timer);
    if (document.visibilityState === 'hidden') {
      return;
    }
    if (this.controller) {
      this.again = true;
      return;
    }
    this.ask();
  };

  private readonly onVisibility = () => this.refresh();

  private async ask() {
    const controller = new AbortController();
    this.controller = controller;
    this.again = false;
    try {
      const data = await this.options.load(controller.signal);
      if (!controller.signal.aborted) {
        this.options.onData(data);
      }
    } catch (error) {
      if (!controller.signal.aborted) {
        this.options.onError(isError(error) ? error : new Error(String(error)));
      }
    }
    if (controller.signal.aborted) {
      return;
    }
    this.controller = undefined;
    if (this.again) {
      this.refresh();
    } else {
      this.schedule();
    }
  }

  private schedule() {
    clearTimeout(this.timer);
    if (this.intervalMs && !this.controller) {
      this.timer = setTimeout(this.refresh, this.intervalMs);
    }
  }
}
