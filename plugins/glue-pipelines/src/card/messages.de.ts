import { Translated } from '../translation/Translated';
import { cardMessages } from './messages';

export const cardMessagesDe: Translated<typeof cardMessages> = {
  title: 'Glue-Workflow',
  toTab: 'Läufe ansehen',
  loading: 'Workflows werden geladen',
  none: 'Die Annotation dieser Entität nennt keinen Workflow, der gezeigt werden kann.',
  lastRun: 'Letzter Lauf',
  never: 'Nie',
  success: 'Erfolg',
  failedAt: 'Fehlgeschlagen bei',
  stoppedAt: 'Gestoppt bei',
  nextRun: 'Nächster Lauf',
};
