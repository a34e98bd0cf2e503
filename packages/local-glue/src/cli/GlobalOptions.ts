/** The options that every command takes. */
export interface GlobalOptions {
  /** Where the server listens. */
  endpoint: string;
  /** Results as JSON for other programs. */
  json?: boolean;
  /** The folder that holds all state. */
  data: string;
}
