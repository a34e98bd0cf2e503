import { Translated } from '../translation/Translated';
import { changesMessages } from './messages';

export const changesMessagesDe: Translated<typeof changesMessages> = {
  sinceSuccess: 'Was sich seit dem letzten Erfolg geändert hat',
  sinceOther: 'Was sonst noch anders ist',
  comparedWith: 'Verglichen mit dem Lauf {{when}}.',
  more_one: '{{count}} weiterer Unterschied',
  more_other: '{{count}} weitere Unterschiede',
  unknown: 'Was nicht verglichen werden konnte',
  summary: {
    none: 'Soweit das Portal weiß, war vor diesem Lauf keiner erfolgreich',
    fromSuccess_one:
      '{{count}} Sache ist anders als beim letzten erfolgreichen Lauf',
    fromSuccess_other:
      '{{count}} Dinge sind anders als beim letzten erfolgreichen Lauf',
    fromOther_one: '{{count}} Sache ist anders als beim anderen Lauf',
    fromOther_other: '{{count}} Dinge sind anders als beim anderen Lauf',
    nothingFromSuccess:
      'Nichts, wovon das Portal weiß, ist anders als beim letzten erfolgreichen Lauf: Sehen Sie sich die Daten an und was die Jobs aufrufen',
    nothingFromOther:
      'Nichts, wovon das Portal weiß, ist anders als beim anderen Lauf: Sehen Sie sich die Daten an und was die Jobs aufrufen',
    nothingComparable: 'Nichts von dem, was verglichen werden kann, ist anders',
  },
  unknowns: {
    nodes: {
      this: 'Was die Jobs und Crawler dieses Laufs taten, ist nicht bekannt',
      other:
        'Was die Jobs und Crawler des anderen Laufs taten, ist nicht bekannt',
    },
    definitions: {
      this: 'Wie die Jobs dieses Laufs definiert waren, ist nicht bekannt: {{reason}}',
      other:
        'Wie die Jobs des anderen Laufs definiert waren, ist nicht bekannt: {{reason}}',
    },
    notLookedAt: 'er wurde gelesen, bevor das Portal darauf achtete',
    jobs: 'Wie diese Jobs in einem der Läufe definiert waren, ist nicht bekannt, weil sie geändert oder gelöscht wurden, bevor das Portal nachsah: {{jobs}}',
    'under-way': 'Ein Lauf geht noch weiter: Es kann noch mehr anders werden',
  },
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
