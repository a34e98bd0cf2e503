import { isText, Token } from './tokenize';

/** The index of the next token that is no white space, or the array's length. */
export function next(tokens: readonly Token[], from: number): number {
  let index = from + 1;
  while (index < tokens.length && tokens[index].kind === 'space') index++;
  return index;
}

/** The index of the token before that is no white space, or -1. */
export function previous(tokens: readonly Token[], from: number): number {
  let index = from - 1;
  while (index >= 0 && tokens[index].kind === 'space') index--;
  return index;
}

/** The index of the parenthesis that closes the one at `open`, or -1. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    if (isText(tokens[index], '(')) depth++;
    if (isText(tokens[index], ')') && --depth === 0) return index;
  }
  return -1;
}

/** The parts between the commas that stand in no parentheses. */
export function splitAtCommas(tokens: readonly Token[]): Token[][] {
  const elements: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isText(token, '(', '[')) depth++;
    if (isText(token, ')', ']')) depth--;
    if (depth === 0 && isText(token, ',')) elements.push([]);
    else elements[elements.length - 1].push(token);
  }
  return elements;
}

/** Whether the word names something of a table or schema: `t.sysdate`. */
export function isMember(tokens: readonly Token[], index: number): boolean {
  return isText(tokens[previous(tokens, index)], '.');
}
