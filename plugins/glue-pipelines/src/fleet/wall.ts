import { FleetItem } from '@glue-pipelines/backstage-plugin-common';
import { formatDuration } from '../time/duration';
import { Texts } from '../translation/ref';

/** Workflows that a board has room for. */
const MOST = 16;

/** The worst workflows, as the back end has ordered them, as far as there is room: not the healthy ones. */
export function troubled(worstFirst: FleetItem[]): FleetItem[] {
  return worstFirst
    .filter(({ tiles }) => !tiles.includes('healthy'))
    .slice(0, MOST);
}

/** An age that does not change with every second. */
export function ageWords(t: Texts, seconds: number): string {
  return formatDuration(
    t,
    seconds < 60 ? Math.floor(seconds / 5) * 5 : seconds,
    1,
  );
}
