import { Translated } from '../translation/Translated';
import { calendarMessages } from './messages';

export const calendarMessagesDe: Translated<typeof calendarMessages> = {
  title: 'Tag für Tag',
  hint: 'Die letzten drei Monate, und wann das Ergebnis bereit war.',
  label: 'Tage mit Läufen, nach Wochen',
  none: 'In dieser Zeit war kein Lauf erfolgreich, also auch kein Ergebnis bereit.',
  zone: 'Die Zeiten sind die von {{zone}}.',
  landing:
    'An der Hälfte der Tage bis {{usual}} bereit; am spätesten am {{date}} um {{latest}}.',
  date: '{{weekday}}, {{date}}',
  day: '{{date}}: {{runs}}',
  noRun: '{{date}}: kein Lauf',
  runs_one: '{{count}} Lauf',
  runs_other: '{{count}} Läufe',
  succeeded: '{{number}} erfolgreich',
  failed: '{{number}} fehlgeschlagen',
  readyAt: 'bereit um {{time}}',
};
