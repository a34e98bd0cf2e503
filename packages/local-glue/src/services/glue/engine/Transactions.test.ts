import type { GlueStore } from '../store/GlueStore';
import { Transactions } from './Transactions';

describe('Transactions', () => {
  const log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };

  /** A database that is full for the first `failures` transactions. */
  function transactions(failures: number) {
    let left = failures;
    return new Transactions(
      {
        transaction: <T>(change: () => T) => {
          if (left-- > 0) throw new Error('database or disk is full');
          return change();
        },
      } as GlueStore,
      log,
    );
  }

  beforeEach(() => jest.useFakeTimers());

  afterEach(() => {
    jest.useRealTimers();
    jest.clearAllMocks();
  });

  it('act after the change is stored, in order', () => {
    const done: string[] = [];
    transactions(0).run(afterCommit => {
      afterCommit(() => done.push('first'));
      afterCommit(() => done.push('second'));
      done.push('stored');
    });
    expect(done).toEqual(['stored', 'first', 'second']);
  });

  it('do not act when the change is refused', () => {
    const effect = jest.fn();
    expect(() =>
      transactions(0).run(afterCommit => {
        afterCommit(effect);
        throw new Error('refused');
      }),
    ).toThrow('refused');
    expect(effect).not.toHaveBeenCalled();
  });

  it('record what happened as soon as the database can store it', () => {
    const change = jest.fn();
    transactions(2).record('how job run jr_1 ended', change);
    expect(change).not.toHaveBeenCalled();
    expect(log.error).toHaveBeenCalledWith(
      'Could not store how job run jr_1 ended: database or disk is full. Trying again in 5 s.',
    );
    jest.advanceTimersByTime(5000);
    expect(change).not.toHaveBeenCalled();
    jest.advanceTimersByTime(5000);
    expect(change).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(60_000);
    expect(change).toHaveBeenCalledTimes(1);
  });

  it('store nothing once closed', () => {
    const change = jest.fn();
    const closing = transactions(1);
    closing.record('x', change);
    closing.close();
    jest.advanceTimersByTime(60_000);
    closing.record('y', change);
    expect(() => closing.run(change)).toThrow('local-glue is stopping');
    expect(change).not.toHaveBeenCalled();
  });
});
