import { QualityFinding } from '@glue-pipelines/backstage-plugin-common';
import { english, german } from '../__testUtils__/texts';
import { foundWords, ruleWords, wantedWords } from './findingWords';

const finding = (some: Partial<QualityFinding>): QualityFinding => ({
  kind: 'sql',
  outcome: 'passed',
  rows: 1_200,
  ...some,
});

describe('a finding in words', () => {
  it.each<[Partial<QualityFinding>, string]>([
    [{ name: 'enough rows', kind: 'rowCount' }, 'enough rows'],
    [{ kind: 'rowCount' }, 'Number of rows'],
    [{ kind: 'unique', columns: 'a, b' }, 'No repeated rows: a, b'],
    [{ kind: 'entropy', columns: 'a' }, 'entropy: a'],
    [{ kind: 'toString' }, 'toString'],
  ])('%j is the rule %s', (some, words) =>
    expect(ruleWords(english, finding(some))).toBe(words),
  );

  it.each<[Partial<QualityFinding>, found: string, wanted: string]>([
    [
      { kind: 'rowCount', measured: 1_200, min: 1, max: 1_000 },
      '1,200 rows',
      'wanted: 1 to 1,000',
    ],
    [{ kind: 'rowCount', measured: 0, min: 1 }, '0 rows', 'wanted: at least 1'],
    [
      { kind: 'rowCountChange', measured: -33.333333, min: -20, max: 20 },
      '-33.3% against the results before',
      'wanted: -20% to +20%',
    ],
    [
      { kind: 'rowCountChange', min: -20, max: 20 },
      'no result before it to compare with',
      'wanted: -20% to +20%',
    ],
    [
      { kind: 'completeness', measured: 0.99999, min: 1 },
      '99.999% of the rows have a value',
      'wanted: at least 100%',
    ],
    [
      { kind: 'freshness', measured: 52.25, max: 48 },
      'newest value 52.3 hours old',
      'wanted: at most 48 hours',
    ],
    [
      { kind: 'freshness', max: 48 },
      'no row has a value',
      'wanted: at most 48 hours',
    ],
    [
      { kind: 'unique', measured: 3, max: 0 },
      '3 of 1,200 rows repeat others',
      'wanted: none',
    ],
    [
      { kind: 'range', measured: 12, max: 0 },
      '12 of 1,200 rows do not meet it',
      'wanted: none',
    ],
  ])('%j is %s, %s', (some, found, wanted) => {
    expect(foundWords(english, finding(some))).toBe(found);
    expect(wantedWords(english, finding(some))).toBe(wanted);
  });

  it('speaks German', () => {
    const some = finding({ kind: 'freshness', measured: 52.25, max: 48 });
    expect(ruleWords(german, some)).toBe('Aktuelle Zeilen');
    expect(foundWords(german, some)).toBe('neuester Wert 52,3 Stunden alt');
    expect(wantedWords(german, some)).toBe('gewünscht: höchstens 48 Stunden');
  });
});
