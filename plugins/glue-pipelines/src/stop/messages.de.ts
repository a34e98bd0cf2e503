import { Translated } from '../translation/Translated';
import { stopMessages } from './messages';

export const stopMessagesDe: Translated<typeof stopMessages> = {
  open: 'Lauf stoppen',
  title: 'Den Lauf von {{workflow}} stoppen?',
  refused: 'Der Lauf wurde nicht gestoppt. {{reason}}',
  consequence:
    'AWS beendet seine Jobs und Crawler und startet keine weiteren. Nichts wird zurückgenommen: Was sie geschrieben haben, bleibt, und ein Laden, das gerade läuft, ist danach entweder ganz oder gar nicht wirksam.',
  keep: 'Weiterlaufen lassen',
  confirm: 'Lauf stoppen',
  underWay: 'Wird gestoppt …',
};
