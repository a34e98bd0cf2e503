import { Translated } from '../translation/Translated';
import { compareMessages } from './messages';

export const compareMessagesDe: Translated<typeof compareMessages> = {
  label: 'Zwei Läufe nebeneinander',
  choice: 'Vergleichen mit',
  run: 'Lauf {{id}}',
  loading: 'Der andere Lauf wird geladen',
  none: 'Es gibt keinen früheren Lauf, mit dem verglichen werden könnte.',
  thisRun: 'Dieser Lauf: {{when}}',
  difference: 'Unterschied',
  health: 'Lauf',
  duration: 'Dauer',
  dpuHours: 'DPU-Stunden',
  rowsLoaded: 'Geladene Zeilen',
  notPart: 'Nicht Teil dieses Laufs',
  same: 'gleich',
};
