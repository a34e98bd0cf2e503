/**
 * Where the server reports what it does. One line per event.
 *
 * @public
 */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
