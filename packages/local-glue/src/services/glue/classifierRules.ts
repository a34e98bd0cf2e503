import type {
  CreateCsvClassifierRequest,
  CreateJsonClassifierRequest,
} from '@aws-sdk/client-glue';
import { parseJsonPath } from '../../crawler/jsonPath';
import { invalidInput } from './errors';
import type {
  StoredClassifier,
  StoredCsvClassifier,
  StoredJsonClassifier,
} from './store/definitions';

type Named<T> = Omit<T, 'Name'> & { Name: string };

interface ClassifierRequest {
  CsvClassifier?: Named<CreateCsvClassifierRequest>;
  JsonClassifier?: Named<Partial<CreateJsonClassifierRequest>>;
  GrokClassifier?: object;
  XMLClassifier?: object;
}

/**
 * The classifier that a request is about.
 *
 * @throws AwsError InvalidInputException for none, for several, and for one of
 *   a kind that crawlers do not follow here
 */
export function requestedClassifier({
  CsvClassifier,
  JsonClassifier,
  ...others
}: ClassifierRequest): StoredClassifier {
  const unknown = Object.entries(others)
    .filter(([, each]) => each !== undefined)
    .map(([kind]) => kind);
  const known = [
    CsvClassifier && { ...CsvClassifier, kind: 'csv' as const },
    JsonClassifier && { ...JsonClassifier, kind: 'json' as const },
  ].filter(each => each !== undefined);
  if (unknown.length + known.length !== 1) {
    throw invalidInput(
      'Give exactly one of CsvClassifier, GrokClassifier, XMLClassifier and JsonClassifier.',
    );
  }
  if (unknown.length > 0) {
    throw invalidInput(
      `${unknown[0]} is not supported: crawlers of local-glue follow classifiers for CSV and JSON only.`,
    );
  }
  return known[0];
}

/** @throws AwsError InvalidInputException that names the member */
export function checkClassifier(classifier: StoredClassifier): void {
  if (classifier.kind === 'json') checkJson(classifier);
  else checkCsv(classifier);
}

function checkJson({ JsonPath = '' }: StoredJsonClassifier): void {
  try {
    parseJsonPath(JsonPath);
  } catch (error) {
    const { message } = error as Error;
    throw invalidInput(
      `Value at 'JsonClassifier.JsonPath' is not valid: ${message}.`,
    );
  }
}

function checkCsv(classifier: StoredCsvClassifier): void {
  const { Delimiter, QuoteSymbol = '"', ContainsHeader, Header } = classifier;
  if (Delimiter !== undefined && Delimiter === QuoteSymbol) {
    throw invalidInput(
      `Value at 'CsvClassifier.QuoteSymbol' is not valid: it must be different from the column delimiter.`,
    );
  }
  for (const [member, symbol] of Object.entries({ Delimiter, QuoteSymbol })) {
    if (symbol !== undefined && symbol.charCodeAt(0) > 0x7f) {
      throw invalidInput(
        `Value at 'CsvClassifier.${member}' is not supported: local-glue takes ASCII characters only.`,
      );
    }
  }
  const names = (Header ?? []).map(each => each.toLowerCase());
  if (new Set(names).size < names.length) {
    throw invalidInput(
      "Value at 'CsvClassifier.Header' is not valid: its names must differ.",
    );
  }
  if (classifier.CustomDatatypeConfigured) {
    throw invalidInput(
      'CsvClassifier.CustomDatatypes are not supported: local-glue finds out the types from the values.',
    );
  }
  if (ContainsHeader === 'UNKNOWN' && names.length > 0) {
    throw invalidInput(
      "Value at 'CsvClassifier.ContainsHeader' is not supported: with Header, say whether the files have a line of names (PRESENT) or not (ABSENT).",
    );
  }
}
