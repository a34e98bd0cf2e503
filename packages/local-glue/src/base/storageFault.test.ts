import { storageFault } from './storageFault';

it.each([
  ['ENOSPC', 'is full'],
  ['EDQUOT', 'is full'],
  ['SQLITE_FULL', 'is full'],
  ['EFBIG', 'ulimit -f'],
  ['EROFS', 'cannot be written'],
  ['SQLITE_READONLY_DBMOVED', 'cannot be written'],
  ['SQLITE_IOERR_WRITE', 'may be full'],
  ['SQLITE_BUSY', 'locked state.db'],
  ['SQLITE_CORRUPT', 'damaged'],
])('tells what %s is', (code, message) => {
  const fault = storageFault(Object.assign(new Error('low level'), { code }));
  expect(fault).toContain(message);
  expect(fault).toContain(`(${code})`);
});

it.each([new Error('x'), { code: 'ENOENT' }, { code: 5 }, undefined, 'ENOSPC'])(
  'says nothing of %p',
  error => {
    expect(storageFault(error)).toBeUndefined();
  },
);
