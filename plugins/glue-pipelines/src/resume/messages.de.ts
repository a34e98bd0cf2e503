import { Translated } from '../translation/Translated';
import { resumeMessages } from './messages';

export const resumeMessagesDe: Translated<typeof resumeMessages> = {
  open: 'Lauf fortsetzen',
  openFailed: 'Ab dem Fehler fortsetzen',
  title: 'Den Lauf von {{workflow}} fortsetzen',
  refused: 'Der Lauf wurde nicht fortgesetzt. {{reason}}',
  from: 'Fortsetzen ab',
  again: 'Wird erneut ausgeführt',
  none: 'Mindestens einen auswählen',
  consequence:
    'Ein neuer Lauf beginnt mit den Eigenschaften dieses Laufs. Was vor diesen Knoten erfolgreich war, wird nicht wiederholt.',
  confirm: 'Fortsetzen',
  resuming: 'Wird fortgesetzt …',
};
