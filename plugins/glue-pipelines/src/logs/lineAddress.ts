import { LogLine } from '@glue-pipelines/backstage-plugin-common';

/** FNV-1a, in base 36: short, and the same in every browser. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
}

/**
 * How an address names a line: by its time and what it says, since CloudWatch
 * numbers no lines, e.g. `2026-11-21T06:00:01.500Z~1x8c2f`.
 */
export function lineKey({ time, text }: LogLine): string {
  return `${time}~${hash(text)}`;
}

/** The time of the line that an address names, if it names one. */
export function timeOfKey(key: string | undefined): string | undefined {
  const time = key?.split('~')[0];
  const instant = Date.parse(time ?? '');
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}

/** Where among lines, oldest first, the one is that an address names; -1: nowhere. */
export function indexOfKey(
  key: string | undefined,
  lines: readonly LogLine[],
): number {
  const time = timeOfKey(key);
  return time === undefined
    ? -1
    : lines.findIndex(line => line.time === time && lineKey(line) === key);
}
