/**
 * Compiles a pattern of LIKE: `%` stands for any characters, `_` for one. No
 * pattern takes longer than the product of its length and the value's.
 */
export function like(pattern: string): (value: string) => boolean {
  const wanted = Array.from(pattern);
  return value => matches(Array.from(value), wanted);
}

function matches(value: readonly string[], pattern: readonly string[]) {
  let at = 0;
  let inPattern = 0;
  // Where to go on when what follows the last % does not fit here.
  let afterPercent = -1;
  let retryAt = 0;
  while (at < value.length) {
    const wanted = pattern[inPattern];
    if (wanted === '%') {
      inPattern++;
      afterPercent = inPattern;
      retryAt = at;
    } else if (wanted === '_' || wanted === value[at]) {
      at++;
      inPattern++;
    } else if (afterPercent >= 0) {
      retryAt++;
      at = retryAt;
      inPattern = afterPercent;
    } else {
      return false;
    }
  }
  return pattern.slice(inPattern).every(character => character === '%');
}
