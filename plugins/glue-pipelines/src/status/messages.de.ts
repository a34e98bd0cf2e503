import { Translated } from '../translation/Translated';
import { statusMessages } from './messages';

export const statusMessagesDe: Translated<typeof statusMessages> = {
  words: {
    succeeded: 'Erfolgreich',
    skipped: 'Übersprungen: nichts Neues',
    failed: 'Fehlgeschlagen',
    'partially-failed': 'Teilweise fehlgeschlagen',
    'timed-out': 'Zeitüberschreitung',
    stopped: 'Gestoppt',
    stopping: 'Wird gestoppt',
    running: 'Läuft',
    waiting: 'Wartet',
    'not-reached': 'Nicht erreicht',
    'never-run': 'Nie gelaufen',
    unknown: 'Unbekannt',
  },
  fired: 'Ausgelöst',
  within: {
    succeeded: 'erfolgreich',
    skipped: 'übersprungen (nichts Neues)',
    failed: 'fehlgeschlagen',
    'partially-failed': 'teilweise fehlgeschlagen',
    'timed-out': 'Zeitüberschreitung',
    stopped: 'gestoppt',
    stopping: 'wird gestoppt',
    running: 'läuft',
    waiting: 'wartet',
    'not-reached': 'nicht erreicht',
    'never-run': 'nie gelaufen',
    unknown: 'unbekannt',
    fired: 'ausgelöst',
  },
  nodeTypes: { TRIGGER: 'Trigger', JOB: 'Job', CRAWLER: 'Crawler' },
  unreachable:
    'Das Portal ist nicht erreichbar. Zu sehen ist der letzte bekannte Stand; es wird von selbst wieder angefragt.',
  stale:
    'Zu sehen ist der letzte bekannte Stand, denn das erneute Lesen ist gescheitert: {{reason}}',
};
