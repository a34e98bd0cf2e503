import { english, german } from '../__testUtils__/texts';
import { failureHistory } from './failureHistory';

const run = (
  id: string,
  health: 'failed' | 'succeeded' | 'stopped' | 'running',
  nodeName?: string,
) => ({ id, health, failure: nodeName ? { nodeName } : undefined });

const failed = run('9', 'failed', 'load');

describe('failureHistory', () => {
  it.each([
    ['no run before', [failed], undefined],
    ['a run that is not in the list', [run('8', 'succeeded')], undefined],
    [
      'its first failure',
      [failed, run('8', 'succeeded'), run('7', 'failed', 'prepare')],
      'The run before it did not fail. load failed in none of the 2 runs before.',
    ],
    [
      'a failure that goes on',
      [
        failed,
        run('8', 'failed', 'load'),
        run('7', 'failed', 'load'),
        run('6', 'succeeded'),
        run('5', 'failed', 'load'),
      ],
      'The 2 runs before it failed, too. load failed in 3 of the 4 runs before.',
    ],
    [
      'another failure than before',
      [run('10', 'succeeded'), failed, run('8', 'failed', 'prepare')],
      'The run before it failed, too. load did not fail in it.',
    ],
  ])('tells of %s', (_, runs, words) => {
    const known = runs.includes(failed) ? failed : run('1', 'failed', 'load');
    expect(failureHistory(english, known, runs)).toBe(words);
  });

  it('passes over what goes on', () => {
    expect(
      failureHistory(english, failed, [
        failed,
        run('8', 'running'),
        run('7', 'stopped'),
      ]),
    ).toBe('The run before it did not fail. load did not fail in it.');
  });

  it('does without the node where none is known', () => {
    const bare = run('9', 'failed');
    expect(
      failureHistory(english, bare, [bare, run('8', 'failed', 'load')]),
    ).toBe('The run before it failed, too.');
  });

  it('tells it in German', () => {
    expect(
      failureHistory(german, failed, [
        failed,
        run('8', 'failed', 'load'),
        run('7', 'failed', 'prepare'),
      ]),
    ).toBe(
      'Auch die 2 Läufe davor sind fehlgeschlagen. In 1 der 2 Läufe davor ist load fehlgeschlagen.',
    );
  });
});
