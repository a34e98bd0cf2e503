import { Translated } from '../translation/Translated';
import { homeMessages } from './messages';

export const homeMessagesDe: Translated<typeof homeMessages> = {
  mine: 'Meine Pipelines',
  noneMine: 'Keine Pipeline gehört dir oder einer deiner Gruppen.',
  failing: 'Zurzeit fehlerhaft',
  noneFailing: 'Keine Pipeline ist fehlerhaft.',
  loading: 'Wird geladen: {{list}}',
  more: 'Alle ansehen, {{amount}} weitere',
  closer: 'Genauer ansehen',
};
