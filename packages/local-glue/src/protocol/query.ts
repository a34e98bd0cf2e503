import { AwsError } from '../base/AwsError';
import { escapeXml, writeXmlMembers } from './xml';

/** A request in the AWS query protocol. */
export interface QueryRequest {
  /** The operation's name. */
  action: string;
  /** Members as strings, structures and arrays: the wire carries no types. */
  input: Record<string, unknown>;
}

type Tree = Map<string, string | Tree>;

/**
 * Reads `Action=DescribeClusters&Tags.Tag.1.Key=a` into an operation and its
 * input. A level whose keys are all numbers is a list; the level above it,
 * which only names the list's members (`Tag`, `member`), is dropped.
 */
export function readQuery(body: string): QueryRequest {
  const root: Tree = new Map();
  let action = '';
  for (const [key, value] of new URLSearchParams(body)) {
    if (key === 'Action') action = value;
    else if (key !== 'Version') insert(root, key, value);
  }
  if (action === '') {
    throw new AwsError('MissingAction', 'The request names no Action');
  }
  return { action, input: toStructure(root) as Record<string, unknown> };
}

function insert(root: Tree, key: string, value: string): void {
  const steps = key.split('.');
  let level = root;
  for (const step of steps.slice(0, -1)) {
    let next = level.get(step);
    if (!(next instanceof Map)) {
      next = new Map();
      level.set(step, next);
    }
    level = next;
  }
  level.set(steps[steps.length - 1], value);
}

function toStructure(tree: Tree): unknown {
  if (isList(tree)) return toList(tree);
  const entries = [...tree];
  const structure: Record<string, unknown> = Object.create(null);
  for (const [name, value] of entries) {
    structure[name] = typeof value === 'string' ? value : unwrapList(value);
  }
  return structure;
}

function unwrapList(tree: Tree): unknown {
  if (tree.size === 1) {
    const [inner] = tree.values();
    if (inner instanceof Map && isList(inner)) return toList(inner);
  }
  return toStructure(tree);
}

function isList(tree: Tree): boolean {
  return tree.size > 0 && [...tree.keys()].every(key => /^\d+$/.test(key));
}

function toList(tree: Tree): unknown[] {
  return [...tree]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, value]) =>
      typeof value === 'string' ? value : toStructure(value),
    );
}

/** Writes an operation's output in the AWS query protocol. */
export function writeQueryResult(options: {
  action: string;
  output: unknown;
  requestId: string;
  xmlNamespace?: string;
  xmlListMembers?: Readonly<Record<string, string>>;
}): string {
  const { action, output, requestId, xmlNamespace, xmlListMembers } = options;
  const namespace = xmlNamespace ? ` xmlns="${escapeXml(xmlNamespace)}"` : '';
  const members = writeXmlMembers(
    (output ?? {}) as Record<string, unknown>,
    xmlListMembers,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<${action}Response${namespace}>` +
    `<${action}Result>${members}</${action}Result>` +
    `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>` +
    `</${action}Response>`
  );
}

/** Writes an error in the AWS query protocol. */
export function writeQueryError(
  error: AwsError,
  requestId: string,
  xmlNamespace?: string,
): string {
  const namespace = xmlNamespace ? ` xmlns="${escapeXml(xmlNamespace)}"` : '';
  const type = error.statusCode >= 500 ? 'Receiver' : 'Sender';
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<ErrorResponse${namespace}>` +
    `<Error><Type>${type}</Type><Code>${escapeXml(error.code)}</Code>` +
    `<Message>${escapeXml(error.message)}</Message></Error>` +
    `<RequestId>${requestId}</RequestId></ErrorResponse>`
  );
}
