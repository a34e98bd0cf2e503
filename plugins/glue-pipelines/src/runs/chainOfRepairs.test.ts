import { repairChain } from './chainOfRepairs';

const run = (id: string, previousRunId?: string) => ({ id, previousRunId });
const known = [
  run('6'),
  run('5', '3'),
  run('4', '2'),
  run('3', '2'),
  run('2'),
  run('1', '0'),
];

describe('repairChain', () => {
  it.each([
    ['6', ['6']],
    ['2', ['2', '4']],
    ['3', ['2', '3', '5']],
    ['5', ['2', '3', '5']],
    ['4', ['2', '4']],
    ['1', ['0', '1']],
  ])('of %s is %j', (id, chain) => {
    const found = repairChain(
      known.find(one => one.id === id)!,
      known,
    );
    expect(found.map(link => link.id)).toEqual(chain);
  });

  it('does not know a run that is not listed', () => {
    const [first, second] = repairChain(known[5], known);
    expect([first.run, second.run]).toEqual([undefined, known[5]]);
  });

  it('ends where runs name each other', () => {
    const loop = [run('b', 'a'), run('a', 'b')];
    expect(repairChain(loop[0], loop).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
