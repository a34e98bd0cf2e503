import { wantsColours } from './palette';

it.each([
  [true, {}, [], true],
  [false, {}, [], false],
  // Continuous integration is no terminal: what reads its output may not know colours.
  [false, { CI: 'true' }, [], false],
  [true, { NO_COLOR: '1' }, [], false],
  [true, { NO_COLOR: '' }, [], true],
  [true, {}, ['--no-color'], false],
  [true, { TERM: 'dumb' }, [], false],
  [false, { FORCE_COLOR: '1' }, [], true],
  [true, { FORCE_COLOR: '0' }, [], false],
  [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
])('terminal %s with %j and %j: colours %s', (tty, env, argv, expected) => {
  expect(wantsColours(tty, env as NodeJS.ProcessEnv, argv)).toBe(expected);
});
