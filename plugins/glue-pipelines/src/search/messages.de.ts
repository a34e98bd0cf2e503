import { Translated } from '../translation/Translated';
import { searchMessages } from './messages';

export const searchMessagesDe: Translated<typeof searchMessages> = {
  kind: 'Glue-Pipeline',
};
