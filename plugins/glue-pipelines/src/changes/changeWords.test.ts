import { UnknownChange } from '@glue-pipelines/backstage-plugin-common';
import { english, german } from '../__testUtils__/texts';
import { summaryWords, unknownWords } from './changeWords';

const same = {
  comparedWith: { runId: 'wr_1' },
  differences: [],
  unknown: [],
};
const difference = { kind: 'code' as const, field: 'scriptLocation' };
const underWay = { kind: 'under-way' as const, text: 'A run goes on' };

it.each([
  [{ ...same, comparedWith: undefined }, false, /^No run before this one/],
  [
    { ...same, differences: [difference] },
    false,
    '1 thing is different from the last run that succeeded',
  ],
  [
    { ...same, differences: [difference, difference] },
    true,
    '2 things are different from the other run',
  ],
  [same, false, /^Nothing that the portal knows of .* succeeded: look/],
  [same, true, /^Nothing that the portal knows of .* the other run: look/],
  [{ ...same, unknown: [underWay] }, false, /^Nothing of what can be/],
  [{ ...same, valuesWithheld: true }, true, /^Nothing of what can be/],
])('%#: says how much is different', (changes, isNamed, words) => {
  expect(summaryWords(english, changes, isNamed)).toMatch(words);
});

it.each<[Partial<UnknownChange>, string | RegExp]>([
  [{ kind: 'nodes', run: 'this' }, /^Was .* dieses Laufs taten/],
  [
    { kind: 'definitions', run: 'other', reason: 'glue:BatchGetJobs fehlt' },
    /des anderen Laufs .*: glue:BatchGetJobs fehlt$/,
  ],
  [{ kind: 'definitions', run: 'this' }, /bevor das Portal darauf achtete$/],
  [{ kind: 'jobs', jobs: ['load', 'clean'] }, /: load, clean$/],
  [{ kind: 'under-way' }, /^Ein Lauf geht noch weiter/],
  [{ kind: 'nodes' }, 'as the back end says it'],
])('%j is said in German', (unknown, words) => {
  const text = 'as the back end says it';
  expect(unknownWords(german, { text, ...unknown } as UnknownChange)).toMatch(
    words,
  );
});
