import { Translated } from '../translation/Translated';
import { qualityMessages } from './messages';

export const qualityMessagesDe: Translated<typeof qualityMessages> = {
  title: 'Qualität',
  met: '{{met}} von {{rules}} Regeln sind erfüllt',
  outcomes: {
    passed: 'Erfüllt',
    failed: 'Verletzt',
    warned: 'Warnung',
    quarantined: 'Ausgesondert',
    unknown: 'Nicht beurteilt',
  },
  kinds: {
    rowCount: 'Anzahl der Zeilen',
    rowCountChange: 'Änderung der Zeilenzahl',
    completeness: 'Keine fehlenden Werte',
    unique: 'Keine wiederholten Zeilen',
    range: 'Werte innerhalb von Grenzen',
    pattern: 'Texte nach einem Muster',
    values: 'Werte aus einer Liste',
    freshness: 'Aktuelle Zeilen',
    referential: 'Werte, die in einer Quelle vorkommen',
    sql: 'Eine Bedingung',
  },
  ruleOf: '{{rule}}: {{columns}}',
  found: {
    rowCount: '{{number}} Zeilen',
    rowCountChange: '{{number}} gegenüber den Ergebnissen davor',
    completeness: '{{number}} der Zeilen haben einen Wert',
    freshness: 'neuester Wert {{number}} Stunden alt',
    unique: '{{number}} von {{rows}} Zeilen wiederholen andere',
    others: '{{number}} von {{rows}} Zeilen erfüllen sie nicht',
  },
  noValue: 'keine Zeile hat einen Wert',
  nothingBefore: 'kein früheres Ergebnis zum Vergleich',
  wanted: {
    atLeast: 'gewünscht: mindestens {{min}}',
    atMost: 'gewünscht: höchstens {{max}}',
    between: 'gewünscht: {{min}} bis {{max}}',
    none: 'gewünscht: keine',
  },
  hours: '{{number}} Stunden',
  setAside_one:
    '{{number}} Zeile erfüllt ihre Regeln nicht und wurde nicht geladen. Sie liegt in {{where}}',
  setAside_other:
    '{{number}} Zeilen erfüllen ihre Regeln nicht und wurden nicht geladen. Sie liegen in {{where}}',
};
