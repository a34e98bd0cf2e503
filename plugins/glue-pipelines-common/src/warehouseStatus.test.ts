import { answersQueries, warehouseState } from './warehouseStatus';

describe('warehouseState', () => {
  it.each([
    ['cluster', 'available', 'available', true],
    ['cluster', 'available, prep-for-resize', 'available', true],
    ['cluster', 'available, resize-cleanup', 'available', true],
    ['cluster', 'modifying', 'changing', true],
    ['cluster', 'resizing', 'changing', true],
    ['cluster', 'paused', 'paused', false],
    ['cluster', 'pausing', 'paused', false],
    ['cluster', 'resuming', 'starting', false],
    ['cluster', 'creating', 'starting', false],
    ['cluster', 'storage-full', 'failed', false],
    ['cluster', 'hardware-failure', 'failed', false],
    ['cluster', 'deleting', 'failed', false],
    ['workgroup', 'AVAILABLE', 'available', true],
    ['workgroup', 'CREATING', 'starting', false],
    ['workgroup', 'MODIFYING', 'changing', true],
    ['workgroup', 'DELETING', 'failed', false],
    ['workgroup', 'something new', 'failed', false],
  ] as const)('of a %s that is %s: %s', (kind, rawStatus, state, answers) => {
    expect(warehouseState(kind, rawStatus)).toBe(state);
    expect(answersQueries(state)).toBe(answers);
  });
});
