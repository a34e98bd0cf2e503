import { SchedulePause, StartTrigger } from './types';

/** What keeps a workflow from starting by itself. */
export type StartObstacle =
  /** A schedule that somebody has paused in the portal. */
  | { kind: 'paused'; pause: SchedulePause }
  /** A trigger that is not active. Who did it, the portal does not know. */
  | { kind: 'deactivated'; state: string }
  /** A trigger that was created and never activated. */
  | { kind: 'never-activated' }
  /** A trigger that AWS is changing: so it is for some seconds. */
  | { kind: 'changing'; state: string };

/**
 * Whether the trigger of a schedule fires, and if not, why. Triggers of type
 * ON_DEMAND and EVENT are CREATED for as long as they exist ("Triggers", AWS
 * Glue Developer Guide), so that their state says nothing.
 */
export function scheduleObstacle(
  trigger: StartTrigger | undefined,
): StartObstacle | undefined {
  if (trigger?.type !== 'SCHEDULED' || trigger.state === 'ACTIVATED') {
    return undefined;
  }
  const { state, pause } = trigger;
  if (pause) {
    return { kind: 'paused', pause };
  }
  switch (state) {
    case 'CREATED':
      return { kind: 'never-activated' };
    case 'DEACTIVATED':
      return { kind: 'deactivated', state };
    default:
      return { kind: 'changing', state };
  }
}
