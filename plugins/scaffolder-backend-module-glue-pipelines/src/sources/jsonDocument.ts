import { SourceError } from './SourceError';

/** The text ends before what is read does. */
class CutOff extends Error {}

const BLANKS = /[ \t\n\r]*/y;
const SCALAR = /[^\s,[\]{}":]+/y;

/** Walks over a JSON text. What stands between its marks is for others to judge. */
class Walker {
  at = 0;

  constructor(private readonly text: string) {}

  private matched(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [''];
    this.at += found.length;
    return found;
  }

  /** The next character that is no blank. */
  peek(): string {
    this.matched(BLANKS);
    if (this.at >= this.text.length) {
      throw new CutOff();
    }
    return this.text[this.at];
  }

  accept(character: string): boolean {
    if (this.peek() !== character) {
      return false;
    }
    this.at += 1;
    return true;
  }

  /** The text of a string, its quotes included. */
  string(): string {
    const from = this.at;
    for (let at = from + 1; at < this.text.length; at += 1) {
      if (this.text[at] === '\\') {
        at += 1;
      } else if (this.text[at] === '"') {
        this.at = at + 1;
        return this.text.slice(from, this.at);
      }
    }
    throw new CutOff();
  }

  /** The text of any value. */
  value(): string {
    this.peek();
    const from = this.at;
    let depth = 0;
    do {
      const next = this.peek();
      if (next === '"') {
        this.string();
      } else if ('[{'.includes(next)) {
        depth += 1;
        this.at += 1;
      } else if (depth > 0 && ']},:'.includes(next)) {
        depth -= ']}'.includes(next) ? 1 : 0;
        this.at += 1;
      } else if (this.matched(SCALAR) === '') {
        throw new SyntaxError(next);
      }
    } while (depth > 0);
    return this.text.slice(from, this.at);
  }
}

function elementsAt(walker: Walker, names: readonly string[]): string[] {
  for (const name of names) {
    if (!walker.accept('{')) {
      throw new SyntaxError(name);
    }
    while (walker.peek() !== '"' || JSON.parse(walker.string()) !== name) {
      if (!walker.accept(':')) {
        throw new SyntaxError(name);
      }
      walker.value();
      if (!walker.accept(',')) {
        throw new SyntaxError(name);
      }
    }
    if (!walker.accept(':')) {
      throw new SyntaxError(name);
    }
  }
  if (!walker.accept('[')) {
    throw new SyntaxError('[');
  }
  const elements: string[] = [];
  try {
    while (walker.peek() !== ']') {
      const element = walker.value();
      // Only then is it whole.
      walker.peek();
      elements.push(element);
      walker.accept(',');
    }
  } catch (error) {
    if (!(error instanceof CutOff)) {
      throw error;
    }
  }
  return elements;
}

/**
 * The objects of a document from its beginning, one a line.
 *
 * @param path - where their array is, `$.a.b[*]`
 * @returns `undefined` where more text is needed to tell
 * @throws SourceError for a document without such an array
 */
export function documentLines(
  text: string,
  complete: boolean,
  path: string,
): string | undefined {
  const names = path
    .slice(1, -'[*]'.length)
    .split('.')
    .filter(name => name !== '');
  try {
    const elements = elementsAt(new Walker(text), names);
    if (elements.length > 0 || complete) {
      // A string holds no line break, so each of these means nothing.
      return elements.map(one => one.replace(/[\r\n]/g, ' ')).join('\n');
    }
  } catch (error) {
    if (!(error instanceof CutOff || error instanceof SyntaxError)) {
      throw error;
    }
    if (error instanceof SyntaxError || complete) {
      throw new SourceError(
        `has no array at ${path}: name the place of the array in the file, for example $.records[*]`,
        'json.path',
      );
    }
  }
  return undefined;
}
