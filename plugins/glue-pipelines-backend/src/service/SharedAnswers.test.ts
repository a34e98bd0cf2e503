import { SharedAnswers } from './SharedAnswers';

describe('SharedAnswers', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function setUp(most = 2) {
    const answers = new SharedAnswers<string>({ goodForMs: 1_000, most });
    let asked = 0;
    const ask = async () => `answer ${++asked}`;
    return { answers, ask };
  }

  it('asks once for questions at the same time and shortly after', async () => {
    const { answers, ask } = setUp();
    expect(
      await Promise.all([answers.get('a', ask), answers.get('a', ask)]),
    ).toEqual(['answer 1', 'answer 1']);
    jest.advanceTimersByTime(999);
    expect(await answers.get('a', ask)).toBe('answer 1');
    jest.advanceTimersByTime(1);
    expect(await answers.get('a', ask)).toBe('answer 2');
  });

  it('counts the time from the answer, and not from the question', async () => {
    const { answers, ask } = setUp();
    const slow = answers.get('a', async () => {
      await new Promise(done => {
        setTimeout(done, 5_000);
      });
      return ask();
    });
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await slow).toBe('answer 1');
    jest.advanceTimersByTime(500);
    expect(await answers.get('a', ask)).toBe('answer 1');
  });

  it('gives an error to all who wait, and asks again after it', async () => {
    const { answers, ask } = setUp();
    const fail = async (): Promise<string> => {
      throw new Error('no');
    };
    const both = [answers.get('a', fail), answers.get('a', ask)];
    expect(
      (await Promise.allSettled(both)).map(({ status }) => status),
    ).toEqual(['rejected', 'rejected']);
    expect(await answers.get('a', ask)).toBe('answer 1');
  });

  it('forgets the oldest where there are too many', async () => {
    const { answers, ask } = setUp();
    await answers.get('a', ask);
    await answers.get('b', ask);
    await answers.get('c', ask);
    expect(await answers.get('c', ask)).toBe('answer 3');
    expect(await answers.get('b', ask)).toBe('answer 2');
    expect(await answers.get('a', ask)).toBe('answer 4');
  });
});
