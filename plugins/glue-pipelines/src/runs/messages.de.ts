import { Translated } from '../translation/Translated';
import { runsMessages } from './messages';

export const runsMessagesDe: Translated<typeof runsMessages> = {
  last: 'Letzte Läufe, älteste zuerst',
  lastOf_one: 'Letzter Lauf',
  lastOf_other: 'Letzte {{count}} Läufe',
  success: 'Zuletzt {{good}} von {{ended}} erfolgreich',
  run: 'Lauf',
  runOf: 'Lauf vom {{when}}',
  goesOn: 'setzt einen anderen Lauf fort',
  firstOfVersion: '{{run}}, der erste einer neuen Version',
  failedAt: '{{node}} fehlgeschlagen',
  stoppedAt: '{{node}} gestoppt',
  chain: {
    label: 'Versuch {{place}} von {{length}}: Läufe, die einander fortsetzen',
    original: 'Ursprünglicher Lauf',
    repair: 'Reparatur {{place}}',
    latest: 'Letzte Reparatur',
  },
  line: {
    started: 'Gestartet',
    took: 'Dauer',
    runningFor: 'Läuft seit',
    usually: ', üblich {{duration}}',
    tooLong: 'Ungewöhnlich lang',
    overPromise: 'Länger als zugesagt: höchstens {{promised}}',
    loaded: 'Geladen',
    rows_one: '{{number}} Zeile',
    rows_other: '{{number}} Zeilen',
    dpuHours: 'DPU-Stunden',
    by: 'Von',
    console: 'Lauf in der AWS-Konsole',
  },
  version: {
    isLimited: 'Nur Läufe einer Version werden gezeigt.',
    showAll: 'Alle Läufe zeigen',
    limit: 'Nur Läufe dieser Version zeigen',
  },
};
