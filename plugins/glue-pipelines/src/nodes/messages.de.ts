import { Translated } from '../translation/Translated';
import { nodesMessages } from './messages';

export const nodesMessagesDe: Translated<typeof nodesMessages> = {
  attempts_one: '{{count}} Versuch',
  attempts_other: '{{count}} Versuche',
  retry: 'Glue versucht es noch einmal: Versuch {{attempt}} von {{of}}',
  table: {
    label: 'Knoten von {{workflow}}',
    node: 'Knoten',
    type: 'Art',
    status: 'Status',
    started: 'Gestartet',
    duration: 'Dauer',
    error: 'Fehler',
  },
  details: {
    label: 'Details zu {{node}}',
    close: 'Details schließen',
    cause: 'Warum es fehlgeschlagen ist',
    error: 'Fehler',
    attempt: 'Versuch',
    newestFirst: 'Versuche, neueste zuerst',
    notReached: 'Nicht gelaufen, weil etwas davor nicht erfolgreich war.',
    notYet: 'Noch nicht gelaufen.',
  },
  facts: {
    attempt: 'Versuch',
    state: 'Zustand',
    errorCategory: 'Fehlerkategorie',
    waitsFor: 'Wartet auf',
    started: 'Gestartet',
    duration: 'Dauer',
    dpuHours: 'DPU-Stunden',
    workers: 'Worker',
    glueVersion: 'Glue-Version',
    executionClass: 'Ausführungsklasse',
    logGroup: 'Loggruppe',
    jobRun: 'Job-Lauf',
    kind: 'Art',
    firesWhen: 'Löst aus bei',
    schedule: 'Zeitplan',
    expression: 'Ausdruck',
  },
  triggerKinds: {
    SCHEDULED: 'nach Zeitplan',
    CONDITIONAL: 'bedingt',
    ON_DEMAND: 'auf Abruf',
    EVENT: 'bei Ereignissen',
  },
  explanation: {
    unknown: 'Diesen Fehler kann das Portal nicht erklären.',
    unknownInLine:
      'Diesen Fehler kann das Portal nicht erklären. Er trat in Zeile {{line}} des Skripts auf.',
    inLine: '{{cause}} (Zeile {{line}} des Skripts)',
    documentation: 'Mehr dazu',
  },
  properties: {
    title: 'Laufeigenschaften',
    titleWithCount: 'Laufeigenschaften ({{number}})',
    withheld: 'Laufeigenschaften werden nicht angezeigt.',
    empty: '(leer)',
  },
};
