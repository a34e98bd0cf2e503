import { types } from 'node:util';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { AwsError } from '../../base/AwsError';
import { escapeXml } from '../../protocol/xml';

const xmlNamespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** Undefined members are left out; a list is its member repeated. */
export type XmlValue =
  | string
  | number
  | boolean
  | Date
  | undefined
  | XmlMembers
  | readonly XmlMembers[];

export interface XmlMembers {
  readonly [name: string]: XmlValue;
}

/** A document as S3 answers it: lists are flattened, timestamps in ISO 8601. */
export function writeS3Xml(root: string, members: XmlMembers): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${xmlNamespace}">${writeMembers(members)}</${root}>`;
}

export function writeS3Error(
  error: AwsError,
  resource: string,
  requestId: string,
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${writeMembers({
    Code: error.code,
    Message: error.message,
    Resource: resource,
    RequestId: requestId,
  })}</Error>`;
}

function writeMembers(members: XmlMembers): string {
  return Object.entries(members)
    .map(([name, value]) =>
      Array.isArray(value)
        ? value.map(item => writeElement(name, item)).join('')
        : writeElement(name, value as Exclude<XmlValue, readonly XmlMembers[]>),
    )
    .join('');
}

function writeElement(
  name: string,
  value: Exclude<XmlValue, readonly XmlMembers[]>,
): string {
  if (value === undefined) return '';
  let content: string;
  if (types.isDate(value)) content = value.toISOString();
  else if (typeof value === 'object') content = writeMembers(value);
  else content = escapeXml(String(value));
  return `<${name}>${content}</${name}>`;
}

/** The content of a request's XML document: elements as text or as structures. */
export interface XmlTree {
  readonly [name: string]: string | XmlTree | readonly (string | XmlTree)[];
}

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  // A key may begin or end with a space.
  trimValues: false,
  htmlEntities: false,
});

/** Reads a request's document with the given root element. Throws MalformedXML. */
export function readS3Xml(text: string, root: string): XmlTree {
  const malformed = new AwsError(
    'MalformedXML',
    `The body is not a well-formed <${root}> document`,
  );
  // Entity definitions are never needed here, and a classic way to exhaust a parser.
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) {
    throw malformed;
  }
  const document = parser.parse(text) as XmlTree;
  const content = document[root];
  if (content === undefined || Array.isArray(content)) throw malformed;
  return typeof content === 'string' ? {} : (content as XmlTree);
}

/** The structures named `name`, whether the document has none, one or many. */
export function xmlStructures(tree: XmlTree, name: string): XmlTree[] {
  const value = tree[name];
  if (value === undefined) return [];
  const items = Array.isArray(value) ? value : [value];
  return items.map(item => (typeof item === 'string' ? {} : item));
}

export function xmlText(tree: XmlTree, name: string): string | undefined {
  const value = tree[name];
  return typeof value === 'string' ? value : undefined;
}
