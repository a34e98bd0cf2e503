import Sqlite from 'better-sqlite3';
import { DeployedResource, DeployStore } from './DeployStore';
import { deployMigrations } from './migrations';

const resource = (logicalId: string, stack = 's'): DeployedResource => ({
  stack,
  logicalId,
  type: 'AWS::Glue::Job',
  name: `${logicalId}-name`,
  physicalId: `${logicalId}-id`,
  properties: { Name: logicalId, Nested: { list: [1] } },
  attributes: { Arn: 'arn' },
  deletionPolicy: 'Delete',
});

describe('DeployStore', () => {
  let store: DeployStore;
  beforeEach(() => {
    const database = new Sqlite(':memory:');
    deployMigrations.forEach(({ sql }) => database.exec(sql));
    store = new DeployStore(database);
  });

  it('gives the resources of a stack in the order of their creation', () => {
    store.putResource(resource('B'));
    store.putResource(resource('A'));
    store.putResource(resource('C', 'other'));
    // An update is no new creation.
    store.putResource({ ...resource('B'), physicalId: 'new' });
    expect(store.resources('s')).toEqual([
      { ...resource('B'), physicalId: 'new' },
      resource('A'),
    ]);
    expect(store.ownerOf('AWS::Glue::Job', 'C-name')).toBe('other');
    expect(store.ownerOf('AWS::Glue::Crawler', 'C-name')).toBeUndefined();

    store.removeResource('s', 'B');
    expect(store.resources('s')).toEqual([resource('A')]);
  });

  it('keeps the place of what gets another logical id', () => {
    store.putResource(resource('A'));
    store.putResource(resource('B'));
    store.renameResource('s', 'A', 'Aside');
    store.putResource(resource('A'));
    expect(store.resources('s').map(row => row.logicalId)).toEqual([
      'Aside',
      'B',
      'A',
    ]);
  });

  it('keeps outputs, exports and imports of a stack, the latest only', () => {
    store.putStack('s', {
      outputs: { Old: '1' },
      exports: { old: '1' },
      imports: ['theirs', 'former'],
    });
    store.putStack('s', {
      outputs: { New: '2' },
      exports: { new: '2' },
      imports: ['theirs'],
    });
    expect(store.stack('s')).toEqual({
      outputs: { New: '2' },
      exports: { new: '2' },
      imports: ['theirs'],
    });
    expect(store.importersOf('theirs')).toEqual(['s']);
    expect(store.importersOf('former')).toEqual([]);
    expect(store.exported('old')).toBeUndefined();
    expect(store.exported('new')).toEqual({ stack: 's', value: '2' });

    store.removeStack('s');
    expect(store.stack('s')).toBeUndefined();
    expect(store.importersOf('theirs')).toEqual([]);
    expect(store.exported('new')).toBeUndefined();
  });
});
