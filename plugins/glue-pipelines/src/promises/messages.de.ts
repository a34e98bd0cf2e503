import { Translated } from '../translation/Translated';
import { promisesMessages } from './messages';

export const promisesMessagesDe: Translated<typeof promisesMessages> = {
  name: 'Zusage',
  expectedBy: 'Bis {{time}} erwartet, noch kein erfolgreicher Lauf',
  late: 'Verspätet',
  lateBy: '{{duration}} verspätet',
  stale: 'Veraltet',
  staleFor: 'Seit {{duration}} veraltet',
  onTime: 'Pünktlich',
  onTimeDue: 'Pünktlich, wieder fällig in {{duration}}',
  fresh: 'Aktuell',
  freshUntil: 'Aktuell, fällig in {{duration}}',
  unknown: 'Zusage {{promise}}: nicht bekannt',
};
