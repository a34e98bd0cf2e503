/** A custom classifier for JSON (JsonClassifier, AWS Glue API reference). */
export interface JsonClassifier {
  kind: 'json';
  name: string;
  /** Leads to the records: see `parseJsonPath`. */
  jsonPath: string;
}
