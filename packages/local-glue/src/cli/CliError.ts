import { exitCodes } from './exitCodes';

/** What stops a command, told to a person. */
export class CliError extends Error {
  readonly exitCode: number;
  /** What a program can tell apart: an error type of AWS, or one of our own. */
  readonly code: string;

  constructor(
    message: string,
    exitCode: number = exitCodes.failed,
    code: string = 'Failed',
  ) {
    super(message);
    this.name = 'CliError';
    this.exitCode = exitCode;
    this.code = code;
  }
}
