/** What needs memory to work, and gives it back when it is told to. */
export interface Worker {
  wake(): Promise<void>;
  rest(): Promise<void>;
}

interface Place {
  /** How many of its worker's actions run; a worker keeps its place until another one wants it. */
  actions: number;
  ready: Promise<void>;
}

interface Waiter {
  worker: Worker;
  enter(place: Place): void;
}

/**
 * Bounds how many workers have memory to work with at one time, however many
 * there are. The others wait, in the order in which they came; a worker that
 * has a place never waits, so that its actions may lead to others of its own.
 */
export class WorkPlaces {
  private readonly places = new Map<Worker, Place>();
  private readonly waiting: Waiter[] = [];

  constructor(private readonly most: number) {}

  /** Runs `action` when the worker has a place. Rejects when `signal` is aborted before. */
  async run<T>(
    worker: Worker,
    action: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const place = this.admit(worker) ?? (await this.wait(worker, signal));
    try {
      await place.ready.catch(error => {
        // It may be able to when it is asked again.
        if (this.places.get(worker) === place) this.places.delete(worker);
        throw error;
      });
      return await action();
    } finally {
      place.actions--;
      this.fill();
    }
  }

  /** Gives the place of a worker that will not work again to the next. */
  leave(worker: Worker): void {
    this.places.delete(worker);
    this.fill();
  }

  private admit(worker: Worker): Place | undefined {
    const held = this.places.get(worker);
    if (held) {
      held.actions++;
      return held;
    }
    const idle = [...this.places].find(([, { actions }]) => actions === 0)?.[0];
    if (this.places.size >= this.most && !idle) return undefined;
    let ready = Promise.resolve();
    if (this.places.size >= this.most && idle) {
      this.places.delete(idle);
      ready = idle.rest();
    }
    const place = { actions: 1, ready: ready.then(() => worker.wake()) };
    this.places.set(worker, place);
    return place;
  }

  private wait(
    worker: Worker,
    signal: AbortSignal | undefined,
  ): Promise<Place> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { worker, enter: resolve };
      const giveUp = () => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        reject(new Error("cancelled on user's request"));
      };
      waiter.enter = place => {
        signal?.removeEventListener('abort', giveUp);
        resolve(place);
      };
      this.waiting.push(waiter);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }

  private fill(): void {
    for (;;) {
      const [first] = this.waiting;
      const place = first && this.admit(first.worker);
      if (!place) return;
      this.waiting.shift();
      first.enter(place);
    }
  }
}
