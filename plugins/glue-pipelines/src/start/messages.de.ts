import { Translated } from '../translation/Translated';
import { startMessages } from './messages';

export const startMessagesDe: Translated<typeof startMessages> = {
  open: 'Lauf starten',
  again: 'Erneut ausführen',
  everythingAgain: 'Alles erneut ausführen',
  title: '{{workflow}} starten',
  refused: 'Der Lauf wurde nicht gestartet. {{reason}}',
  underWay_one: 'Es läuft bereits ein Lauf.',
  underWay_other: 'Es laufen bereits {{count}} Läufe.',
  properties: 'Laufeigenschaften',
  noProperties: 'Dieser Workflow hat keine Standardeigenschaften.',
  asIn: 'Eigenschaften wie in',
  defaults: 'Standardwerte des Workflows',
  name: 'Name',
  value: 'Wert',
  newProperty: 'neue Eigenschaft',
  nameLabel: 'Name von {{property}}',
  valueLabel: 'Wert von {{property}}',
  remove: '{{property}} entfernen',
  add: 'Eigenschaft hinzufügen',
  noSecrets:
    'Eigenschaften werden mit dem Lauf gespeichert und allen gezeigt, die ihn sehen dürfen. Geheimnisse gehören nicht hierher, sondern in den Secrets Manager.',
  confirm: 'Starten',
  starting: 'Wird gestartet …',
  problems: {
    noName: 'Diesem Wert fehlt ein Name',
    tooLong: 'Höchstens {{most}} Zeichen',
    twice: '{{property}} steht schon weiter oben',
  },
  reasons: {
    unknown:
      'Ob Läufe gestartet werden dürfen, ließ sich nicht feststellen: {{reason}}',
    denied:
      'Läufe dieser Entität zu starten ist nicht erlaubt: Die Berechtigung {{permission}} fehlt.',
    missing: 'AWS Glue kennt diesen Workflow nicht: Es gibt nichts zu starten.',
    limit_one:
      'Es läuft ein Lauf, und der Workflow erlaubt nur einen zur selben Zeit.',
    limit_other:
      'Es laufen {{count}} Läufe, so viele, wie der Workflow zur selben Zeit erlaubt.',
  },
};
