import { Translated } from '../translation/Translated';
import { insightsMessages } from './messages';

export const insightsMessagesDe: Translated<typeof insightsMessages> = {
  title: 'Erkenntnisse',
  hint: 'wo das Skript war, als es fehlschlug',
  script: 'Skript',
  failedAt: 'Fehlgeschlagen in Zeile {{line}}',
  lastExecuted: 'Aufgerufen in Zeile {{line}}',
  reason: 'Fehler',
  events: 'Was darunter fehlschlug, das Älteste zuerst',
  event: '{{when}}: {{what}}',
  onExecutor: '{{what}} auf Executor {{executor}}',
  reasonOf: '{{what}}: {{reason}}',
  recommendations: 'Was Glue empfiehlt',
  absent: {
    'not-failed':
      'Glue schreibt Erkenntnisse über Jobs, die fehlschlagen. Dieser ist nicht fehlgeschlagen.',
    'not-written':
      'Glue hat keine geschrieben: Entweder verlangt der Job keine (setzen Sie sein Argument --enable-job-insights auf true), oder Glue fand nichts, oder sie sind noch unterwegs oder werden nicht mehr aufbewahrt.',
  },
};
