import { Translated } from '../translation/Translated';
import { costMessages } from './messages';

export const costMessagesDe: Translated<typeof costMessages> = {
  withAmount: '{{hours}}, etwa {{amount}}',
};
