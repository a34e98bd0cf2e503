import { Translated } from '../translation/Translated';
import { scheduleMessages } from './messages';

export const scheduleMessagesDe: Translated<typeof scheduleMessages> = {
  pausedBy: 'Pausiert von {{who}} {{when}}: {{reason}}',
  pause: {
    open: 'Zeitplan pausieren',
    title: 'Den Zeitplan von {{workflow}} pausieren?',
    underWay: 'Wird pausiert …',
    refused: 'Der Zeitplan wurde nicht pausiert. {{reason}}',
    consequence:
      'Bis er fortgesetzt wird, starten nur noch Menschen diesen Workflow. Ein Lauf, der gerade läuft, läuft weiter, und was der Zeitplan auslässt, wird nicht nachgeholt.',
    reason: 'Grund',
    reasonHelp:
      'Wird mit deinem Namen allen gezeigt, die diesen Workflow ansehen',
  },
  resume: {
    open: 'Zeitplan fortsetzen',
    title: 'Den Zeitplan von {{workflow}} fortsetzen?',
    underWay: 'Wird fortgesetzt …',
    refused: 'Der Zeitplan wurde nicht fortgesetzt. {{reason}}',
    consequence:
      'AWS startet den Workflow wieder nach seinem Zeitplan. Was er ausgelassen hat, wird nicht nachgeholt.',
    consequenceOf:
      'AWS startet den Workflow wieder nach seinem Zeitplan: {{schedule}}. Was er ausgelassen hat, wird nicht nachgeholt.',
  },
  obstacles: {
    noTrigger:
      'Dieser Workflow hat keinen Start-Trigger: Nichts startet ihn, und niemand kann es.',
    neverActivated:
      'Der Zeitplan startet diesen Workflow nicht: Sein Trigger wurde angelegt, aber nie aktiviert.',
    changing: 'AWS ändert gerade den Zeitplan ({{state}}).',
    idle_one:
      'Der Trigger {{names}} ist nicht aktiv: Was er startet, läuft nie.',
    idle_other:
      'Die Trigger {{names}} sind nicht aktiv: Was sie starten, läuft nie.',
    overdue: 'Ein Lauf war {{when}} fällig und hat nicht begonnen. {{cause}}',
    notActive:
      'Der Zeitplan startet diesen Workflow nicht: Sein Trigger ist {{state}}.',
    notPausedHere:
      'Der Zeitplan startet diesen Workflow nicht: Sein Trigger ist {{state}}. Er wurde nicht in diesem Portal pausiert, daher weiß das Portal weder, wer es war, noch warum.',
  },
  causes: {
    limit:
      'Es liefen bereits so viele Läufe, wie der Workflow zur selben Zeit erlaubt; deshalb hat AWS keinen weiteren gestartet.',
    'not-read':
      'Das Portal hat AWS seitdem nicht gelesen: Er kann begonnen haben.',
    unknown:
      'Nichts, was das Portal sieht, erklärt es: Der Trigger ist aktiv, und es liefen weniger Läufe, als der Workflow erlaubt. Wurde der Zeitplan erst danach aktiviert oder geändert, ist alles in Ordnung.',
  },
  why: {
    question: 'Ein erwarteter Lauf ist nicht gestartet?',
    trigger: 'Trigger',
    schedule: 'Zeitplan',
    wasDue: 'War fällig',
    isDue: 'Ist fällig',
    starts: 'Startet',
    runs: 'Läufe',
    eachEvent: 'Bei jedem Ereignis',
    batch: 'Nach {{size}} Ereignissen oder {{window}} nach dem ersten',
    limit: '{{active}} von {{most}} laufen',
    noLimit: '{{active}} laufen, ohne Obergrenze',
    events:
      'Das Portal sieht die Ereignisse nicht. Die Regel in Amazon EventBridge zeigt, ob sie aktiviert ist, ob sie zutraf und ob ihre Rolle glue:notifyEvent für diesen Workflow aufrufen darf.',
    alone:
      'Ein Job oder Crawler, den ein Mensch oder ein eigener Zeitplan allein startet, gehört zu keinem Lauf: Kein Trigger des Workflows folgt auf ihn.',
  },
};
