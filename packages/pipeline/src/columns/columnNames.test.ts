import { catalogNames, redshiftNames } from './columnNames';

describe('catalogNames', () => {
  it.each<[string, string]>([
    ['New Cases', 'new cases'],
    [' post-date ', 'post-date'],
    ['Größe (cm)', 'größe (cm)'],
    ['a.b', 'a.b'],
    ['2nd', '2nd'],
    ['two\nlines', 'two_lines'],
    ['', 'col0'],
    ['\u{1F600}', '\u{1F600}'],
    ['x'.repeat(300), 'x'.repeat(255)],
  ])('%j is %j', (name, expected) =>
    expect(catalogNames([name])).toEqual([expected]),
  );

  it('tells the positions of columns without a name', () =>
    expect(catalogNames(['a', ' ', 'c', ''])).toEqual([
      'a',
      'col1',
      'c',
      'col3',
    ]));
});

describe('redshiftNames', () => {
  it.each<[string[], string[]]>([
    [
      ['New Cases', 'post-date'],
      ['new_cases', 'post_date'],
    ],
    [['größe (cm)'], ['gr__e__cm_']],
    [['2nd-hand?'], ['_2nd_hand_']],
    [
      ['a b', 'a-b', 'a_b', 'a_b_2'],
      ['a_b', 'a_b_3', 'a_b_4', 'a_b_2'],
    ],
    [['order'], ['order']],
    [['\u{1F600}'], ['_']],
    [
      ['x'.repeat(200), `${'x'.repeat(199)}y`],
      ['x'.repeat(127), `${'x'.repeat(125)}_2`],
    ],
  ])('%j becomes %j', (names, expected) => {
    expect(redshiftNames(names)).toEqual(expected);
    expect(new Set(redshiftNames(names)).size).toBe(names.length);
  });
});
