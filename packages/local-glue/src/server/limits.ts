/** What one client may ask of the HTTP server; the sizes of bodies are limited where they are read. */
export const httpLimits = {
  /** Milliseconds for the headers; above it the answer is 408. */
  headersTimeout: 20_000,
  /** Milliseconds for a whole request: 5 GB from this machine take less than a minute. */
  requestTimeout: 300_000,
  /** Bytes of all headers; above it the answer is 431. */
  maxHeaderSize: 16 * 1024,
  /** Milliseconds; longer than clients keep idle connections, so that none is closed under a request. */
  keepAliveTimeout: 65_000,
} as const;
