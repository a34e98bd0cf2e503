import { Translated } from '../translation/Translated';
import { planMessages } from './messages';

export const planMessagesDe: Translated<typeof planMessages> = {
  loading:
    'Das Repository wird erzeugt und geprüft, um zu zeigen, was entstehen wird. Das dauert einige Sekunden.',
  refused: 'Was entstehen wird, kann nicht gezeigt werden. {{reason}}',
  wrong: 'Zuerst muss auf den Seiten geändert werden:',
  workflow: 'Workflow',
  engine: 'Engine',
  steps: 'Was mit den Zeilen geschieht',
  noSteps: 'Nichts: Die Zeilen bleiben, wie sie sind.',
  cost: 'Kosten, geschätzt',
  costTable: 'Was ein Lauf kostet',
  part: 'Teil',
  usd: 'US-Dollar',
  reason: 'Wegen',
  perRun: 'Ein Lauf',
  perMonth: 'Ein Monat',
  runs: '{{runs}} Läufe, {{reason}}',
  tiny: 'weniger als {{amount}}',
  assumptions:
    'Eine Schätzung nach Listenpreisen, wobei das Vorbereiten {{prepare}} min dauert, das Umformen {{transform}} min und das Laden {{load}} min. Speicher, Anfragen, Übertragung und Abfragen der Tabelle sind nicht enthalten.',
  roles: 'Rollen',
  rolesHelp: 'Wer was darf, wie es die Policies des Repositorys sagen.',
  assumedBy: '{{role}} (übernommen von {{services}})',
  allOf: 'allem dieser Art',
  grant: '{{actions}} auf {{resources}}',
  grantIf: '{{actions}} auf {{resources}}, wo {{conditions}}',
  policy: 'Die Policy {{name}} von AWS',
  files_one: '{{count}} Datei im Repository',
  files_other: '{{count}} Dateien im Repository',
  warnings: 'Zu wissen',
};
