import {
  SECRET_IN_TEXT,
  SECRET_NAME,
} from '@glue-pipelines/pipeline/run-properties';
import { HIDDEN } from '../service/redactProperties';

const IN_TEXT = SECRET_IN_TEXT.map(secret => new RegExp(secret, 'g'));

/** `name=value`, as in arguments, URLs and connection strings; quoted values go to their quote. */
const ASSIGNMENT =
  /(?<![\w.-])([\w.-]{1,100})(\s?=\s?)("[^"]*"|'[^']*'|[^\s,;&"')\]}]+)/g;
/** `"name": "value"`, as JSON and Python write it. */
const QUOTED =
  /(["'])([\w .-]{1,100})\1(\s?:\s?)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s,}\]]+)/g;
/** `--name value`. */
const OPTION = /(?<!\S)(--[\w-]{1,100})(\s+)("[^"]*"|'[^']*'|(?!--)\S+)/g;
/** `name: value`, in small letters or capitals only: names of errors such as `InvalidToken:` are followed by what matters. */
const HEADER =
  /(?<![\w.-])((?:[a-z0-9_.-]{0,60}|[A-Z0-9_.-]{0,60})(?:password|passwd|PASSWORD|secret|SECRET|token|TOKEN|api_?key|API_?KEY)|[Aa]uthorization)(\s?:\s?)((?:Bearer |Basic )?[^\s,;"']+)/g;

/**
 * A line of a log without what looks like a secret: by the names that the audit
 * log goes by, as far as the line has `name=value` or a form like it, and by
 * values that show what they are.
 */
export function redactLine(line: string): string {
  const hide = (whole: string, name: string, between: string) =>
    SECRET_NAME.test(name) ? `${name}${between}${HIDDEN}` : whole;
  const named = line
    .replace(HEADER, hide)
    .replace(QUOTED, (whole, quote, name, between) =>
      SECRET_NAME.test(name)
        ? `${quote}${name}${quote}${between}"${HIDDEN}"`
        : whole,
    )
    .replace(ASSIGNMENT, hide)
    .replace(OPTION, hide);
  return IN_TEXT.reduce((text, secret) => text.replace(secret, HIDDEN), named);
}
