import { english, german } from '../__testUtils__/texts';
import { conditionWords } from './conditionWords';

it.each([
  [[], ''],
  [['SUCCEEDED'], ''],
  [['FAILED'], 'on failure'],
  [['SUCCEEDED', 'FAILED'], 'on success or failure'],
  [['STOPPED', 'CANCELLED'], 'on stop'],
  [['TIMEOUT'], 'on time-out'],
  [['SOMETHING_NEW'], 'on something_new'],
])('says of %j: "%s"', (states, words) => {
  expect(conditionWords(english, states)).toBe(words);
});

it('says it in German', () => {
  expect(conditionWords(german, ['TIMEOUT', 'FAILED', 'ERROR'])).toBe(
    'bei Zeitüberschreitung, Fehlschlag oder Fehler',
  );
});
