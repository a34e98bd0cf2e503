import { checkReadConditions, checkWriteConditions } from './conditions';

const object = {
  etag: 'abc',
  lastModified: new Date('2026-01-02T03:04:05.678Z'),
};
const before = 'Fri, 02 Jan 2026 03:04:04 GMT';
const same = 'Fri, 02 Jan 2026 03:04:05 GMT';

describe('checkReadConditions', () => {
  it.each([
    [{}, 'proceed'],
    [{ 'if-match': '"abc"' }, 'proceed'],
    [{ 'if-match': '*' }, 'proceed'],
    [{ 'if-none-match': '"x", "abc"' }, 'not-modified'],
    [{ 'if-none-match': '"x"' }, 'proceed'],
    [{ 'if-modified-since': before }, 'proceed'],
    [{ 'if-modified-since': same }, 'not-modified'],
    [{ 'if-unmodified-since': same }, 'proceed'],
    [{ 'if-match': 'abc', 'if-unmodified-since': before }, 'proceed'],
    [{ 'if-none-match': '"x"', 'if-modified-since': same }, 'proceed'],
  ])('%j: %s', (conditions, verdict) => {
    expect(checkReadConditions(conditions, object)).toBe(verdict);
  });

  it.each([[{ 'if-match': '"x"' }], [{ 'if-unmodified-since': before }]])(
    'refuses %j',
    conditions => {
      expect(() => checkReadConditions(conditions, object)).toThrow(
        'does not hold',
      );
    },
  );
});

describe('checkWriteConditions', () => {
  it.each([
    [{}, undefined],
    [{}, object],
    [{ 'if-none-match': '*' }, undefined],
    [{ 'if-match': '"abc"' }, object],
  ])('%j over %j may be written', (conditions, existing) => {
    expect(() => checkWriteConditions(conditions, existing)).not.toThrow();
  });

  it.each([
    [{ 'if-none-match': '*' }, object, 'If-None-Match'],
    [{ 'if-match': '"x"' }, object, 'If-Match'],
    [{ 'if-match': '"x"' }, undefined, 'no such object'],
  ])('%j over %j is refused', (conditions, existing, reason) => {
    expect(() => checkWriteConditions(conditions, existing)).toThrow(reason);
  });
});
