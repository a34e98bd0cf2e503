import { Worker, WorkPlaces } from './WorkPlaces';

describe('WorkPlaces', () => {
  let log: string[];
  beforeEach(() => {
    log = [];
  });
  const worker = (name: string): Worker => ({
    wake: async () => void log.push(`${name} wakes`),
    rest: async () => void log.push(`${name} rests`),
  });
  /** An action that goes on until it is told to end. */
  const begin = (places: WorkPlaces, who: Worker, signal?: AbortSignal) => {
    let end = () => {};
    const until = new Promise<void>(done => {
      end = done;
    });
    let isRunning = false;
    const done = places.run(
      who,
      async () => {
        isRunning = true;
        await until;
        isRunning = false;
      },
      signal,
    );
    return { end, done, isRunning: () => isRunning };
  };
  const settled = () => new Promise(setImmediate);

  it('lets as many work at once, and the next when one has ended', async () => {
    const places = new WorkPlaces(2);
    const [a, b, c] = ['a', 'b', 'c'].map(worker);
    const first = begin(places, a);
    const second = begin(places, b);
    const third = begin(places, c);
    await settled();
    expect([first, second, third].map(each => each.isRunning())).toEqual([
      true,
      true,
      false,
    ]);
    first.end();
    await settled();
    expect(third.isRunning()).toBe(true);
    expect(log).toEqual(['a wakes', 'b wakes', 'a rests', 'c wakes']);
    second.end();
    third.end();
    await Promise.all([second.done, third.done]);
  });

  it('leaves a worker its place as long as nobody wants it', async () => {
    const places = new WorkPlaces(1);
    const a = worker('a');
    await places.run(a, async () => {});
    await places.run(a, async () => {});
    expect(log).toEqual(['a wakes']);
  });

  it('lets an action lead to another one of its worker, even when others wait', async () => {
    const places = new WorkPlaces(1);
    const [a, b] = ['a', 'b'].map(worker);
    let other: Promise<void> | undefined;
    const value = await places.run(a, async () => {
      other = places.run(b, async () => {});
      return places.run(a, async () => 'inner');
    });
    expect(value).toBe('inner');
    await other;
  });

  it('lets go who is cancelled while waiting', async () => {
    const places = new WorkPlaces(1);
    const [a, b, c] = ['a', 'b', 'c'].map(worker);
    const first = begin(places, a);
    const abort = new AbortController();
    const waiting = begin(places, b, abort.signal);
    const last = begin(places, c);
    abort.abort();
    await expect(waiting.done).rejects.toThrow('cancelled');
    first.end();
    last.end();
    await Promise.all([first.done, last.done]);
    expect(log).not.toContain('b wakes');
  });

  it('goes on when an action or a worker fails', async () => {
    const places = new WorkPlaces(1);
    const broken: Worker = {
      wake: () => Promise.reject(new Error('broken')),
      rest: async () => {},
    };
    await expect(places.run(broken, async () => {})).rejects.toThrow('broken');
    const a = worker('a');
    await expect(
      places.run(a, () => Promise.reject(new Error('failed'))),
    ).rejects.toThrow('failed');
    places.leave(a);
    await places.run(worker('b'), async () => {});
    expect(log).toEqual(['a wakes', 'b wakes']);
  });
});
