import { multipleLines, name } from './common';
import {
  boolean,
  list,
  oneOf,
  Shape,
  string,
  structure,
  StructureShape,
} from '../../../protocol/shape';

/** CsvColumnDelimiter, CsvQuoteSymbol */
const symbol = string({
  min: 1,
  max: 1,
  pattern: { expression: /^[^\r\n]$/, says: 'must not be a line break' },
});

const csvMembers = {
  Delimiter: symbol,
  QuoteSymbol: symbol,
  ContainsHeader: oneOf('UNKNOWN', 'PRESENT', 'ABSENT'),
  Header: list(name),
  DisableValueTrimming: boolean(),
  AllowSingleColumn: boolean(),
  CustomDatatypeConfigured: boolean(),
  CustomDatatypes: list(name),
  Serde: oneOf('OpenCSVSerDe', 'LazySimpleSerDe', 'None'),
};

const grokPattern = string({
  min: 1,
  max: 2048,
  pattern: {
    expression: /^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}\r\t]*$/u,
    says: 'must be a single line without control characters',
  },
});
const grokMembers = { CustomPatterns: multipleLines(16_000) };

/** @param required - the members that a new classifier of each kind needs besides its name */
function classifier(
  required: Record<'grok' | 'xml' | 'json', Record<string, Shape>>,
  optional: Record<'grok' | 'xml' | 'json', Record<string, Shape>>,
): StructureShape {
  return structure(
    {},
    {
      GrokClassifier: structure(
        { Name: name, ...required.grok },
        { ...grokMembers, ...optional.grok },
      ),
      XMLClassifier: structure(
        { Name: name, ...required.xml },
        { RowTag: string(), ...optional.xml },
      ),
      JsonClassifier: structure(
        { Name: name, ...required.json },
        optional.json,
      ),
      CsvClassifier: structure({ Name: name }, csvMembers),
    },
  );
}

const members = {
  grok: { Classification: string(), GrokPattern: grokPattern },
  xml: { Classification: string() },
  json: { JsonPath: string() },
};

const none = { grok: {}, xml: {}, json: {} };

export const newClassifier = classifier(members, none);

export const changedClassifier = classifier(none, members);
