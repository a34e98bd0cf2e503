import { exitCodes } from './exitCodes';
import { poll } from './poll';

const says = {
  interrupted: () => 'It goes on.',
  timedOut: () => 'It has not ended.',
};
const { signal } = new AbortController();

describe('poll', () => {
  it('looks until there is something', async () => {
    const looks = [undefined, undefined, 'there'];
    const look = async () => looks.shift();
    expect(await poll(look, { milliseconds: 1, signal, ...says })).toBe(
      'there',
    );
    expect(looks).toEqual([]);
  });

  it('ends when the time is over, having looked once at least', async () => {
    const look = jest.fn(async () => undefined);
    await expect(
      poll(look, { timeout: 0, signal, ...says }),
    ).rejects.toMatchObject({
      message: 'It has not ended.',
      exitCode: exitCodes.timedOut,
    });
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('waits no longer than the time that is left', async () => {
    const started = Date.now();
    const options = { milliseconds: 60_000, timeout: 0.05, signal, ...says };
    await expect(poll(async () => undefined, options)).rejects.toThrow(
      'It has not ended.',
    );
    expect(Date.now() - started).toBeLessThan(30_000);
  });

  it('ends when it is interrupted, unless it is there by then', async () => {
    const controller = new AbortController();
    let isThere = false;
    const look = async () => {
      controller.abort();
      return isThere ? 'there' : undefined;
    };
    const options = { signal: controller.signal, ...says };
    await expect(poll(look, options)).rejects.toMatchObject({
      message: 'It goes on.',
      exitCode: exitCodes.interrupted,
    });
    isThere = true;
    expect(await poll(look, options)).toBe('there');
  });
});
