import { badgeOf } from './badge';
import { FleetTile, WorkflowHealth } from './types';

describe('badgeOf', () => {
  it.each<[WorkflowHealth, FleetTile[], string, string]>([
    ['succeeded', ['healthy'], 'succeeded', 'ok'],
    ['succeeded', ['late'], 'succeeded, late', 'warning'],
    ['succeeded', ['unknown'], 'succeeded, not read lately', 'neutral'],
    ['failed', ['failing'], 'failed', 'error'],
    ['failed', ['failing', 'late'], 'failed, late', 'error'],
    ['failed', ['failing', 'unknown'], 'failed, not read lately', 'error'],
    ['partially-failed', ['failing'], 'partially failed', 'warning'],
    ['stopped', ['failing'], 'stopped', 'warning'],
    ['running', ['running'], 'running', 'running'],
    ['never-run', ['unknown'], 'never run', 'neutral'],
    ['unknown', ['unknown'], 'unknown', 'neutral'],
  ])('of %s in %j says "%s" and looks %s', (health, tiles, message, tone) => {
    expect(badgeOf({ health, tiles })).toEqual({ message, tone });
  });
});
