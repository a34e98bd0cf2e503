import { Translated } from '../translation/Translated';
import { hygieneMessages } from './messages';

export const hygieneMessagesDe: Translated<typeof hygieneMessages> = {
  title: 'Was in Ordnung zu bringen ist',
  loading: 'Was in Ordnung zu bringen ist, wird geladen',
  only: 'Nur Workflows mit',
  all: 'Egal was',
  findings: {
    'ending-version': 'Glue-Version, die endet',
    'no-owner': 'Kein Eigentümer',
    'nobody-told': 'Niemand erfährt von Fehlern',
    'no-promise': 'Keine zugesagte Aktualität',
    'never-run': 'Nie gelaufen',
    'not-run-lately': '30 Tage nicht gelaufen',
    'no-tags': 'Keine Tags',
  },
  remedies: {
    'ending-version': 'Die Jobs auf eine neuere Version von Glue heben.',
    'no-owner': 'spec.owner der Entität setzen.',
    'nobody-told':
      'Das Tag glue-pipelines.io/entity des Workflows auf die Entität setzen, damit ihr Eigentümer benachrichtigt wird.',
    'no-promise':
      'Die Annotation glue-pipelines.io/freshness der Entität setzen, etwa auf P1D.',
    'never-run': 'Starten oder entfernen.',
    'not-run-lately': 'Herausfinden, ob er noch gebraucht wird.',
    'no-tags': 'metadata.tags der Entität setzen.',
  },
  workflow: 'Workflow',
  found: 'Gefunden',
  lastRun: 'Letzter Lauf',
  version:
    'Glue {{version}}: {{jobs}}. Unterstützt bis {{support}}, Jobs starten bis {{life}}.',
  versionsFrom: 'Daten aus „AWS Glue version support policy“',
  summary:
    '{{found}} mit etwas, das in Ordnung zu bringen ist, {{kept}} gut gepflegt.',
  withheld:
    '{{workflows}} können nicht gezeigt werden: Sie dürfen sie nicht sehen.',
  nothing: 'Nichts in Ordnung zu bringen',
  nothingHelp: 'Kein Workflow, den die Filter durchlassen, hat das.',
};
