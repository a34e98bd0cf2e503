import { flushSync } from 'react-dom';

let last: Promise<void> = Promise.resolve();

/**
 * Makes a change of the form after those that were asked for before it: the
 * form's library forgets one where a field beside makes another before the
 * page is drawn again.
 */
export function inTurn(change: () => void): Promise<void> {
  const made = () => flushSync(change);
  last = last.then(made, made);
  return last;
}
