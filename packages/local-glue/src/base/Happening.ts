import type { Log } from './Log';

/** Something that happened, as an event of EventBridge tells it. */
export interface Happening {
  /** `aws.s3` */
  source: string;
  /** `Object Created` */
  detailType: string;
  time: Date;
  /** ARNs of what it happened to. */
  resources: readonly string[];
  detail: Readonly<Record<string, unknown>>;
}

/** Where services tell what happens in them. */
export interface EventSink {
  /** Returns the event's id once every target has been told. */
  send(happening: Happening): string;
}

/** Sends what has happened, if the service tells of it. Never throws: delivery is best effort, as of AWS's services. */
export function announce(
  happening: Happening | undefined,
  { events, log }: { events: EventSink; log: Log },
): void {
  if (!happening) return;
  try {
    events.send(happening);
  } catch (error) {
    log.error(
      `A "${happening.detailType}" could not be sent: ${(error as Error).message}`,
    );
  }
}
