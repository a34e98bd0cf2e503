import { readFileSync } from 'node:fs';
import ts from 'typescript';

const DURATION = /^(HumanDuration \| string|string \| HumanDuration)$/;

interface Key {
  name: string;
  type: string;
  required: boolean;
  fallback: string;
  meaning: string;
}

/** The keys of a `config.d.ts` as a table of Markdown, or a sentence where it has none. */
export function describeConfig(path: string): string {
  const file = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const keys: Key[] = [];
  file.forEachChild(node => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Config') {
      node.members.forEach(member => addKey(member, '', keys));
    }
  });
  const rows = keys.map(
    ({ name, type, required, fallback, meaning }) =>
      `| \`${name}\` | ${type} | ${meaning} | ${required ? 'required' : fallback} |`,
  );
  return `| key | type | meaning | default |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
}

function addKey(member: ts.TypeElement, prefix: string, keys: Key[]): void {
  if (!ts.isPropertySignature(member) || !member.type) {
    return;
  }
  const name = `${prefix}${member.name.getText()}`;
  const inner = innerOf(member.type);
  const text = docOf(member);
  const fallback = /\s*Default: ([^]*?)\.(?=\s|$)/.exec(text);
  if (!inner || text) {
    keys.push({
      name: inner?.isList ? `${name}[]` : name,
      type: inner ? '' : typeOf(member.type),
      required: !member.questionToken && !inner,
      fallback: cell(fallback?.[1] ?? ''),
      meaning: cell(fallback ? text.replace(fallback[0], '') : text),
    });
  }
  inner?.members.forEach(child =>
    addKey(child, inner.isList ? `${name}[].` : `${name}.`, keys),
  );
}

/** What an object, or a list of objects, consists of. */
function innerOf(type: ts.TypeNode) {
  if (ts.isTypeLiteralNode(type)) {
    return { members: type.members, isList: false };
  }
  const [item] =
    ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Array'
      ? (type.typeArguments ?? [])
      : [];
  const element = ts.isArrayTypeNode(type) ? type.elementType : item;
  return element && ts.isTypeLiteralNode(element)
    ? { members: element.members, isList: true }
    : undefined;
}

function docOf(member: ts.PropertySignature): string {
  return ts
    .getJSDocCommentsAndTags(member)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function typeOf(type: ts.TypeNode): string {
  const text = type.getText().replace(/\s+/g, ' ');
  return DURATION.test(text) ? 'duration' : `\`${cell(text)}\``;
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').trim();
}
