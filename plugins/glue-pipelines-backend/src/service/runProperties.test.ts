import { checkRunProperties } from './runProperties';

describe('checkRunProperties', () => {
  it.each([
    [undefined, {}],
    [{}, {}],
    [{ '--day': '2026-11-21' }, { '--day': '2026-11-21' }],
    [{ ['k'.repeat(255)]: '' }, { ['k'.repeat(255)]: '' }],
    [{ a: 'line\nbreak' }, { a: 'line\nbreak' }],
  ])('accepts %j', (properties, expected) => {
    expect(checkRunProperties(properties)).toEqual(expected);
  });

  it.each([
    [{ '': 'x' }, "properties: the key '' must have 1 to 255 characters"],
    [{ ['k'.repeat(256)]: 'x' }, 'must have 1 to 255 characters, not 256'],
    [{ 'a\nb': 'x' }, 'properties: the key "a\\nb" must not contain'],
    [{ day: 21 }, 'properties.day: the value must be a text, not number'],
    [{ day: null }, 'properties.day: the value must be a text, not null'],
    [{ day: ['x'] }, 'properties.day: the value must be a text, not object'],
    [
      { day: 'x'.repeat(1025) },
      'properties.day: the value must have at most 1024 characters, not 1025',
    ],
    [
      Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, 'x'])),
      'at most 50 run properties can be given, not 51',
    ],
  ])('rejects, case %#', (properties, message) => {
    expect(() => checkRunProperties(properties)).toThrow(message);
  });
});
