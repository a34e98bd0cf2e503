import { english, german } from '../__testUtils__/texts';
import { eventWords } from './insightWords';

const task = { name: 'GlueExceptionAnalysisTaskFailed' };

it.each([
  [task, 'Task failed'],
  [{ ...task, executor: '3' }, 'Task failed on executor 3'],
  [
    { ...task, executor: '3', reason: 'No space left on device' },
    'Task failed on executor 3: No space left on device',
  ],
  [{ name: 'GlueExceptionAnalysis' }, 'Glue exception analysis'],
])('%p: %s', (event, words) => {
  expect(eventWords(english, event)).toBe(words);
});

it('is said in German', () => {
  expect(eventWords(german, { ...task, executor: '3' })).toBe(
    'Task failed auf Executor 3',
  );
});
