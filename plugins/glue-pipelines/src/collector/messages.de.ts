import { Translated } from '../translation/Translated';
import { collectorMessages } from './messages';

export const collectorMessagesDe: Translated<typeof collectorMessages> = {
  title: 'Wie AWS gelesen wird',
  loading: 'Wird geladen: wie AWS gelesen wird',
  locations: 'Accounts und Regionen',
  none: 'Noch wird nichts gesammelt: Keine Entität nennt einen Workflow.',
  since:
    'Die Aufrufe sind die des Backends, das geantwortet hat, seit seinem Start {{when}}.',
  lastRead: 'Zuletzt gelesen',
  never: 'nie',
  workflows: 'Workflows',
  counts: '{{workflows}}, davon {{active}} mit einem Lauf',
  calls: 'Aufrufe an AWS',
  trouble: 'Probleme',
  newestFailure: 'Letzter Fehler',
  failedAt: 'Das war',
  health: {
    unused: 'Dort nennt keine Entität einen Workflow',
    nothing: 'Nichts ist lesbar',
    some: '{{failing}} von {{workflows}} nicht lesbar',
    notYet: 'Noch nicht gelesen',
    behind: '{{duration}} im Rückstand',
    upToDate: 'Auf aktuellem Stand',
  },
  outcomes: {
    ok: '{{what}} beantwortet',
    throttled: '{{what}} gedrosselt',
    denied: '{{what}} verweigert',
    unreachable: '{{what}} ohne Antwort',
    'not-found': '{{what}} nicht gefunden',
    error: '{{what}} gescheitert',
  },
};
