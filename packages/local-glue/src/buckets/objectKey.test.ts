import { checkObjectKey } from './objectKey';

describe('checkObjectKey', () => {
  it.each([
    'a',
    'raw/covid/part-0.csv',
    'folder/',
    'a/.hidden',
    '..a/b..',
    'with space/ünï/日本.csv',
    'month=2001-01/x%20y',
  ])('takes %p', key => {
    expect(() => checkObjectKey(key)).not.toThrow();
  });

  it.each([
    ['', 'is empty'],
    ['/etc/passwd', 'path segment ""'],
    ['/', 'path segment ""'],
    ['a//b', 'path segment ""'],
    ['a//', 'path segment ""'],
    ['../a', 'path segment ".."'],
    ['a/../../b', 'path segment ".."'],
    ['a/..', 'path segment ".."'],
    ['../', 'path segment ".."'],
    ['./a', 'path segment "."'],
    ['a\0b', 'NUL'],
    ['a'.repeat(256), 'longer than 255 bytes'],
    [`${'ü'.repeat(127)}/`.repeat(5), 'longer than 1024 bytes'],
  ])('refuses %p', (key, reason) => {
    expect(() => checkObjectKey(key)).toThrow(reason);
  });
});
