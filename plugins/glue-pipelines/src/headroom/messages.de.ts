import { Translated } from '../translation/Translated';
import { headroomMessages } from './messages';

export const headroomMessagesDe: Translated<typeof headroomMessages> = {
  title: 'Gleichzeitig',
  runs: 'Läufe dieses Workflows',
  account: 'In {{account}}',
  of: '{{running}} von höchstens {{most}}',
  unlimited: '{{running}}, ohne Höchstzahl',
  load: '{{runs}} von Workflows, {{jobs}} von Jobs',
  full_one:
    '{{names}} läuft so oft, wie es darf. Ein Lauf, der jetzt beginnt, schlägt dort fehl oder wartet, wenn der Job seine Läufe einreiht.',
  full_other:
    '{{names}} laufen so oft, wie sie dürfen. Ein Lauf, der jetzt beginnt, schlägt dort fehl oder wartet, wenn der Job seine Läufe einreiht.',
  fleetTitle: 'Was gleichzeitig läuft',
  locations: 'Konten und Regionen',
  workflows: 'Workflows, die jetzt keinen weiteren Lauf beginnen',
  scope:
    'Von den Workflows, die dieses Portal liest. Die Kontingente eines Kontos zeigt Service Quotas in der AWS-Konsole.',
};
