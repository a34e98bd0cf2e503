/** What a process that called the command line can tell apart. */
export const exitCodes = {
  success: 0,
  /** What was asked for failed: a run, a query, a deployment, an operation. */
  failed: 1,
  /** Unknown command or option, missing or wrong argument. */
  usage: 2,
  /** No server answers at the endpoint. */
  noServer: 3,
  /** `--timeout` passed before what was waited for had ended; it goes on. */
  timedOut: 4,
  /** Ctrl-C, or another signal: 128 and the number of SIGINT, as shells count. */
  interrupted: 130,
} as const;
