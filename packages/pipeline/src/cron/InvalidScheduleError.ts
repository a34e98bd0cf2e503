/**
 * An expression that is no schedule of AWS; the message says why, and what to write.
 *
 * @public
 */
export class InvalidScheduleError extends Error {
  override readonly name = 'InvalidScheduleError';
}
