import { LiveLoader } from './LiveLoader';

let visibility: DocumentVisibilityState = 'visible';

function setVisibility(state: DocumentVisibilityState) {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('LiveLoader', () => {
  const load = jest.fn<Promise<number>, [AbortSignal]>();
  const onData = jest.fn();
  const onError = jest.fn();
  let loader: LiveLoader<number>;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.resetAllMocks();
    jest
      .spyOn(document, 'visibilityState', 'get')
      .mockImplementation(() => visibility);
    visibility = 'visible';
    let count = 0;
    load.mockImplementation(async () => ++count);
    loader = new LiveLoader({ load, onData, onError, intervalMs: 1000 });
  });
  afterEach(() => {
    loader.stop();
    jest.useRealTimers();
  });

  const pass = (milliseconds: number) =>
    jest.advanceTimersByTimeAsync(milliseconds);

  it('asks at once and then at the interval', async () => {
    loader.start();
    await pass(0);
    expect(onData).toHaveBeenLastCalledWith(1);
    await pass(999);
    expect(load).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(onData).toHaveBeenLastCalledWith(2);
  });

  it('goes on after an error and says what it was', async () => {
    load.mockRejectedValueOnce(new Error('throttled'));
    loader.start();
    await pass(0);
    expect(onError).toHaveBeenCalledWith(new Error('throttled'));
    await pass(1000);
    expect(onData).toHaveBeenCalledWith(1);
  });

  it('asks once more when told during a question', async () => {
    let answer: (value: number) => void = () => {};
    load.mockImplementationOnce(
      () => new Promise(resolve => (answer = resolve)),
    );
    loader.start();
    loader.refresh();
    loader.refresh();
    await pass(0);
    expect(load).toHaveBeenCalledTimes(1);
    answer(41);
    await pass(0);
    expect(onData).toHaveBeenCalledWith(41);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('rests while the page is hidden and asks when it is seen again', async () => {
    loader.start();
    await pass(0);
    setVisibility('hidden');
    loader.refresh();
    await pass(10_000);
    expect(load).toHaveBeenCalledTimes(1);
    setVisibility('visible');
    await pass(0);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('takes a new interval at once', async () => {
    loader.start();
    await pass(0);
    loader.setInterval(100);
    await pass(100);
    expect(load).toHaveBeenCalledTimes(2);
    loader.setInterval(undefined);
    await pass(10_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('ends its question and reports nothing after it was stopped', async () => {
    loader.start();
    const [signal] = load.mock.calls[0];
    loader.stop();
    await pass(10_000);
    expect(signal.aborted).toBe(true);
    expect(onData).not.toHaveBeenCalled();
    expect(load).toHaveBeenCalledTimes(1);
  });
});
