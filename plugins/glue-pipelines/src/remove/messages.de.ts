import { Translated } from '../translation/Translated';
import { removeMessages } from './messages';

export const removeMessagesDe: Translated<typeof removeMessages> = {
  open: 'Aus dem Portal entfernen …',
  title: '{{workflow}} aus dem Portal entfernen?',
  goesOnByEvents:
    'AWS startet diesen Workflow weiter nach seinen Ereignissen, und hier sieht es niemand mehr. Vorher pausieren oder den Stack abbauen.',
  goesOnBySchedule:
    'AWS startet diesen Workflow weiter nach seinem Zeitplan, und hier sieht es niemand mehr. Vorher pausieren oder den Stack abbauen.',
  goes: {
    title: 'Was entfällt',
    entity: '{{entity}} aus dem Katalog, mit dieser Seite',
    history:
      'der Verlauf seiner Läufe im Portal, nach 30 Tagen oder wie das Portal es einstellt, sofern keine andere Entität den Workflow nennt',
  },
  stays: {
    title: 'Was bleibt',
    aws: 'alles im AWS-Account {{account}}: der Workflow, seine Jobs und Crawler, die Daten und das Warehouse, und was sie kosten',
    repository: 'das Repository und die Datei, die die Entität beschreibt',
  },
  fromAws: {
    title: 'Um ihn auch aus AWS zu entfernen',
    how: 'Im Repository einer Pipeline, die hier angelegt wurde; Buckets und Datenbanken bleiben, wie ihr README sagt. Andere Workflows entfernt, was sie angelegt hat.',
    command: 'Befehl',
  },
  confirm: 'Weiter zum Entfernen',
};
