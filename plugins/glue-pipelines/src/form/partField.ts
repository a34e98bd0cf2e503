import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { checkPart } from './checkPart';
import { PartField } from './PartField';
import { PART_FIELD } from './partFieldName';

/** What the scaffolder's form loads. */
export const partFormField = createFormField({
  name: PART_FIELD,
  component: PartField,
  validation: checkPart,
});
