import { Translated } from '../translation/Translated';
import { badgeMessages } from './messages';

export const badgeMessagesDe: Translated<typeof badgeMessages> = {
  open: 'Plakette',
  title: 'Plakette von {{workflow}}',
  alt: '{{workflow}}: Zustand der Pipeline',
  explanation:
    'Eine Plakette zeigt in einem README oder Wiki den Namen dieses Workflows und wie es ihm geht. Wer ihren Link hat, sieht sie, angemeldet oder nicht, bis der Link widerrufen wird.',
  none: 'Es gibt noch keinen Link.',
  sharedBy: 'Geteilt von {{user}}, {{when}}.',
  markdown: 'Markdown für ein README',
  address: 'Adresse des Bildes',
  share: 'Link erstellen',
  sharing: 'Link wird erstellt …',
  revoke: 'Link widerrufen',
  revoking: 'Wird widerrufen …',
  notDone: 'Das wurde nicht getan. {{reason}}',
  revoked: 'Der Link zeigt nichts mehr.',
  close: 'Schließen',
};
