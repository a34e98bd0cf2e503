import { english, german } from '../__testUtils__/texts';
import { scheduleWords } from './scheduleWords';

it.each([
  ['cron(0 6 * * ? *)', 'At 06:00 (UTC)'],
  ['cron(what is this)', 'cron(what is this)'],
])('says of %s: %s', (expression, words) => {
  expect(scheduleWords(english, expression)).toBe(words);
});

it('reads a schedule in German', () => {
  expect(scheduleWords(german, 'cron(0 18 ? * MON-FRI *)')).toBe(
    'Um 18:00, Montag bis Freitag (UTC)',
  );
});
