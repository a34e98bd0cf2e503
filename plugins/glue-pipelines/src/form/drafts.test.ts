import {
  draftKey,
  dropDraft,
  lastSavedAt,
  readDraft,
  savePart,
} from './drafts';

const KEY = draftKey('user:default/ada', 'default/pipeline');

afterEach(() => window.localStorage.clear());

describe('the draft of a form', () => {
  it('has each part with the time of its last change', () => {
    savePart(KEY, 'name', 'orders', '2026-11-21T10:00:00.000Z');
    savePart(KEY, 'owner', 'group:default/a', '2026-11-21T11:00:00.000Z');
    savePart(KEY, 'name', 'orders-2', '2026-11-21T12:00:00.000Z');
    const draft = readDraft(KEY);
    expect(draft.name).toEqual({
      value: 'orders-2',
      savedAt: '2026-11-21T12:00:00.000Z',
    });
    expect(lastSavedAt(draft, ['owner', 'tags'])).toBe(
      '2026-11-21T11:00:00.000Z',
    );
    expect(lastSavedAt(draft, ['tags'])).toBeUndefined();
    dropDraft(KEY);
    expect(readDraft(KEY)).toEqual({});
  });

  it('is one for each person and template', () => {
    savePart(KEY, 'name', 'orders');
    expect(readDraft(draftKey('user:default/bob', 'default/pipeline'))).toEqual(
      {},
    );
    expect(readDraft(draftKey('user:default/ada', 'default/other'))).toEqual(
      {},
    );
  });

  it.each(['{', 'null', '[1]', '{"name":"orders"}', '{"name":{"value":1}}'])(
    'is empty where %s is kept',
    kept => {
      window.localStorage.setItem(KEY, kept);
      expect(readDraft(KEY)).toEqual({});
    },
  );

  it('is none where the browser keeps nothing', () => {
    const full = jest
      .spyOn(Storage.prototype, 'setItem')
      .mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError');
      });
    expect(() => savePart(KEY, 'name', 'orders')).not.toThrow();
    expect(readDraft(KEY)).toEqual({});
    full.mockRestore();
  });
});
