import { Translated } from '../translation/Translated';
import { adoptMessages } from './messages';

export const adoptMessagesDe: Translated<typeof adoptMessages> = {
  open: 'Workflow hinzufügen',
  close: 'Schließen',
  arn: 'ARN des Workflows',
  arnHelp:
    'Wie in der AWS-Konsole und bei aws glue get-workflow: arn:aws:glue:<region>:<account>:workflow/<name>',
  unnamed_one:
    'In den Konten, die das Portal liest, gehört {{count}} Workflow zu keiner Entität: hier auswählen.',
  unnamed_other:
    'In den Konten, die das Portal liest, gehören {{count}} Workflows zu keiner Entität: hier auswählen.',
  allNamed:
    'Jeder Workflow der Konten, die das Portal liest, gehört zu einer Entität.',
  unreadable: '{{place}} konnte nicht gelistet werden: {{problem}}',
  known: 'Das Portal hat diesen Workflow bereits: {{entities}}',
  belongsTo: 'Er gehört zu',
  newComponent: 'Einer neuen Komponente',
  existing: 'Einer Entität des Katalogs',
  componentName: 'Name der Komponente',
  componentHelp: 'Buchstaben und Ziffern, dazwischen - _ .',
  entity: 'Entität',
  entityHelp: 'Zum Beispiel component:default/covid-hiring',
  owner: 'Owner',
  ownerHelp:
    'Eine Gruppe oder Person des Katalogs, zum Beispiel group:default/data-engineering',
  badName:
    'Ein Name hat Buchstaben und Ziffern, dazwischen einzelne - _ ., höchstens {{most}} Zeichen',
  commit: 'Diese Datei in ein Repository committen und {{register}}.',
  register: 'mit ihrer Adresse registrieren',
  annotate:
    'Die Annotation in die Datei von {{entity}} eintragen. Hat sie {{annotation}} schon, die ARN nach einem Komma anhängen.',
  tag: 'Den Workflow mit dem Tag {{tag}} sagen lassen, wem er gehört: Ohne ihn startet ihn von hier aus niemand. Legt ein Stack von CloudFormation oder CDK den Workflow an, das Tag dort setzen, sonst kann das nächste Deployment es entfernen.',
  annotation: 'Annotation',
  command: 'Befehl',
  copy: '{{what}} kopieren',
};
