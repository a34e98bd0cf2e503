import { Translated } from '../translation/Translated';
import { liveMessages } from './messages';

export const liveMessagesDe: Translated<typeof liveMessages> = {
  run: 'Lauf {{health}}',
  more_one: '{{count}} weitere Änderung',
  more_other: '{{count}} weitere Änderungen',
  node: {
    succeeded: '{{node}} war erfolgreich',
    failed: '{{node}} ist fehlgeschlagen',
    'timed-out': '{{node}} hat die Zeit überschritten',
    stopped: '{{node}} wurde gestoppt',
    running: '{{node}} läuft',
  },
};
