import { FleetItem } from './types';

/**
 * What a badge says of a pipeline, and how it looks.
 *
 * @public
 */
export interface Badge {
  /** E.g. `succeeded` or `failed, late`. */
  message: string;
  tone: 'ok' | 'error' | 'warning' | 'running' | 'neutral';
}

type Judged = Pick<FleetItem, 'health' | 'tiles'>;

/**
 * The badge of a pipeline, of its health and of where it is counted: what lists of pipelines show, too.
 *
 * @public
 */
export function badgeOf(pipeline: Judged): Badge {
  const { health, tiles } = pipeline;
  const isKnown = health !== 'unknown' && health !== 'never-run';
  const message = [
    health.replaceAll('-', ' '),
    ...(tiles.includes('late') ? ['late'] : []),
    ...(isKnown && tiles.includes('unknown') ? ['not read lately'] : []),
  ].join(', ');
  return { message, tone: toneOf(pipeline) };
}

function toneOf({ health, tiles }: Judged): Badge['tone'] {
  if (tiles.includes('failing')) {
    return health === 'failed' ? 'error' : 'warning';
  }
  if (tiles.includes('late')) {
    return 'warning';
  }
  if (tiles.includes('running')) {
    return 'running';
  }
  return tiles.includes('healthy') ? 'ok' : 'neutral';
}
