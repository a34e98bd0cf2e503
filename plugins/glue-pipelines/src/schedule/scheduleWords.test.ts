import { scheduleWords } from './scheduleWords';

it.each([
  ['cron(0 6 * * ? *)', 'At 06:00 (UTC)'],
  ['cron(what is this)', 'cron(what is this)'],
])('says of %s: %s', (expression, words) => {
  expect(scheduleWords(expression)).toBe(words);
});
