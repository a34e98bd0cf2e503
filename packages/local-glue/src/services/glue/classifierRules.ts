import type { CreateCsvClassifierRequest } from '@aws-sdk/client-glue';
import { invalidInput } from './errors';
import type { StoredClassifier } from './store/definitions';

interface ClassifierRequest {
  CsvClassifier?: Omit<CreateCsvClassifierRequest, 'Name'> & { Name: string };
  GrokClassifier?: object;
  XMLClassifier?: object;
  JsonClassifier?: object;
}

/**
 * The classifier for CSV that a request is about.
 *
 * @throws AwsError InvalidInputException for none, for several, and for one of
 *   a kind that crawlers do not follow here
 */
export function requestedClassifier({
  CsvClassifier,
  ...others
}: ClassifierRequest) {
  const kinds = Object.entries(others)
    .filter(([, each]) => each !== undefined)
    .map(([kind]) => kind);
  if (kinds.length + (CsvClassifier ? 1 : 0) !== 1) {
    throw invalidInput(
      'Give exactly one of CsvClassifier, GrokClassifier, XMLClassifier and JsonClassifier.',
    );
  }
  if (!CsvClassifier) {
    throw invalidInput(
      `${kinds[0]} is not supported: crawlers of local-glue follow classifiers for CSV only.`,
    );
  }
  return CsvClassifier;
}

/** @throws AwsError InvalidInputException that names the member */
export function checkClassifier(classifier: StoredClassifier): void {
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
