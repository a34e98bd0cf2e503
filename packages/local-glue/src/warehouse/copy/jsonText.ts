/** JSON whose scalars keep the text they were written with, so that no digit of a number is lost. */
export type JsonNode =
  | { kind: 'object'; raw: string; members: Map<string, JsonNode> }
  | { kind: 'array'; raw: string; items: JsonNode[] }
  | { kind: 'scalar'; raw: string };

const scalar =
  /"(?:[^"\\]|\\[^])*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const blank = /\s*/y;
/** Deeper than any data; what is deeper would exhaust the stack. */
const maxDepth = 512;

class Reader {
  at = 0;

  constructor(private readonly text: string) {}

  value(depth: number): JsonNode {
    if (depth > maxDepth) throw new Error('JSON is nested too deeply');
    this.skipBlanks();
    const start = this.at;
    const first = this.text[start];
    if (first === '{') {
      const members = new Map<string, JsonNode>();
      this.list('}', () => {
        const name = JSON.parse(this.scalar('"')) as string;
        this.skipBlanks();
        if (this.text[this.at++] !== ':') throw this.error();
        members.set(name, this.value(depth + 1));
      });
      return { kind: 'object', raw: this.text.slice(start, this.at), members };
    }
    if (first === '[') {
      const items: JsonNode[] = [];
      this.list(']', () => void items.push(this.value(depth + 1)));
      return { kind: 'array', raw: this.text.slice(start, this.at), items };
    }
    return { kind: 'scalar', raw: this.scalar() };
  }

  skipBlanks(): void {
    blank.lastIndex = this.at;
    blank.exec(this.text);
    this.at = blank.lastIndex;
  }

  error(): Error {
    return new Error(
      `Invalid JSON at ${JSON.stringify(this.text.slice(this.at, this.at + 20))}`,
    );
  }

  private list(close: string, element: () => void): void {
    this.at++;
    this.skipBlanks();
    if (this.text[this.at] === close) {
      this.at++;
      return;
    }
    for (;;) {
      this.skipBlanks();
      element();
      this.skipBlanks();
      const mark = this.text[this.at++];
      if (mark === close) return;
      if (mark !== ',') throw this.error();
    }
  }

  private scalar(begin?: string): string {
    scalar.lastIndex = this.at;
    const [found] = scalar.exec(this.text) ?? [];
    if (!found || (begin && !found.startsWith(begin))) throw this.error();
    this.at += found.length;
    return found;
  }
}

/** Reads one JSON value. Throws Error for what is none. */
export function readJsonText(text: string): JsonNode {
  const reader = new Reader(text);
  const node = reader.value(0);
  reader.skipBlanks();
  if (reader.at < text.length) throw reader.error();
  return node;
}

/** What a column gets: a text without its quotes, anything else as it is written; null for JSON's null. */
export function textOf(node: JsonNode | undefined): string | null {
  if (!node || node.raw === 'null') return null;
  return node.kind === 'scalar' && node.raw.startsWith('"')
    ? (JSON.parse(node.raw) as string)
    : node.raw;
}

/** `$['a'].b[0]` to its steps. Throws Error for another path. */
export function parseJsonPath(path: string): (string | number)[] {
  const step =
    /\.([^.[\]]+)|\[\s*'([^']*)'\s*\]|\[\s*"([^"]*)"\s*\]|\[\s*(\d+)\s*\]/y;
  const steps: (string | number)[] = [];
  let at = path.startsWith('$') ? 1 : path.length + 1;
  while (at < path.length) {
    step.lastIndex = at;
    const match = step.exec(path);
    if (!match) break;
    const [all, member, single, double, place] = match;
    steps.push(
      place === undefined ? (member ?? single ?? double) : Number(place),
    );
    at += all.length;
  }
  if (at !== path.length) throw new Error(`Invalid JSONPath: ${path}`);
  return steps;
}

/** What a path leads to, or undefined. */
export function follow(
  node: JsonNode,
  steps: readonly (string | number)[],
): JsonNode | undefined {
  let current: JsonNode | undefined = node;
  for (const step of steps) {
    if (typeof step === 'number') {
      current = current?.kind === 'array' ? current.items[step] : undefined;
    } else {
      current =
        current?.kind === 'object' ? current.members.get(step) : undefined;
    }
  }
  return current;
}
