import type { Classifier } from '@aws-sdk/client-glue';
import type { StoredClassifier } from '../store/definitions';

/** A classifier as answers have it. */
export function classifierOutput(stored: StoredClassifier): Classifier {
  if (stored.kind === 'json') {
    const { kind: _, JsonPath = '$', ...JsonClassifier } = stored;
    return { JsonClassifier: { ...JsonClassifier, JsonPath } };
  }
  const { kind: _, ...CsvClassifier } = stored;
  return { CsvClassifier };
}
