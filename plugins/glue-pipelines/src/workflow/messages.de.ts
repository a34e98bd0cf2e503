import { Translated } from '../translation/Translated';
import { workflowMessages } from './messages';

export const workflowMessagesDe: Translated<typeof workflowMessages> = {
  loading: 'Workflows werden geladen',
  label: 'Workflows dieser Entität',
  none: 'Kein Workflow',
  noneNamed:
    'Die Annotation {{annotation}} dieser Entität nennt keinen Workflow, der gezeigt werden kann.',
  unknown:
    'Diese Entität nennt keinen Workflow {{key}}; dies ist {{workflow}}.',
  started: '{{workflow}} wurde gestartet.',
  collection: {
    old: 'Zu sehen ist der Stand von {{when}}: {{reason}}',
    failed: 'Dieser Workflow konnte noch nicht gelesen werden: {{reason}}',
    notYet:
      'Dieser Workflow ist noch nicht gelesen worden. Das dauert gewöhnlich einige Sekunden.',
  },
  facts: {
    lastRun: 'Letzter Lauf',
    never: 'Nie',
    starts: 'Startet',
    nextRun: 'Nächster Lauf',
    account: 'Account und Region',
    console: 'AWS-Konsole',
    openConsole: 'Workflow öffnen',
    updated: 'Aktualisiert',
  },
  starts: {
    scheduled: 'Nach Zeitplan',
    notActive: '{{schedule}} · nicht aktiv',
    batch: 'Bei je {{size}} Ereignissen',
    unknown: 'Kein Start-Trigger',
  },
  runs: {
    title: 'Letzte Läufe',
    loading: 'Läufe werden geladen',
    loadingOne: 'Der Lauf wird geladen',
    never: 'Dieser Workflow ist noch nicht gelaufen',
    first: 'Seine Schritte stehen unten. Was sie tun, zeigt der erste Lauf.',
    unknown: 'Es gibt keinen Lauf {{run}}.',
    unknownBecause:
      'Er gehört vielleicht zu einem anderen Workflow oder ist älter als die Historie, die das Portal aufbewahrt.',
    newest: 'Neuesten Lauf anzeigen',
    started: 'gestartet {{when}}',
  },
  views: {
    label: 'Ansicht',
    graph: 'Graph',
    grid: 'Raster',
    timeline: 'Zeitachse',
    table: 'Tabelle',
    compare: 'Vergleich',
    unknown: 'Es gibt keine Ansicht {{view}}.',
    noRun: 'Es gibt noch keinen Lauf, der hier gezeigt werden könnte.',
  },
  node: {
    label: 'Details des Knotens',
    unknown:
      'Dieser Lauf hat keinen Knoten {{node}}. Vielleicht wurde er inzwischen umbenannt.',
  },
};
