import { Translated } from '../translation/Translated';
import { changesMessages } from './messages';

export const changesMessagesDe: Translated<typeof changesMessages> = {
  sinceSuccess: 'Was sich seit dem letzten Erfolg geändert hat',
  sinceOther: 'Was sonst noch anders ist',
  comparedWith: 'Verglichen mit dem Lauf {{when}}.',
  more_one: '{{count}} weiterer Unterschied',
  more_other: '{{count}} weitere Unterschiede',
  unknown: 'Was nicht verglichen werden konnte',
  what: '{{kind}} {{field}}',
  whatOfNode: '{{node}}: {{kind}} {{field}}',
  isDifferent: '{{what}} ist anders',
  isNew: '{{what}} ist neu: {{after}}',
  isGone: '{{what}} fehlt, war {{before}}',
  isOther: '{{what}} war {{before}}, ist {{after}}',
  kinds: {
    code: 'Code',
    argument: 'Argument',
    property: 'Laufeigenschaft',
    access: 'Zugriff',
    structure: 'Workflow',
    capacity: 'Kapazität',
    duration: 'Dauer',
    rows: 'Zeilen',
  },
};
