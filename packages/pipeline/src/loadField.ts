import { z } from 'zod';
import { columnField } from './fieldKinds';

export const loadField = z
  .strictObject({
    mode: z
      .enum(['replace', 'append', 'merge', 'history'])
      .default('replace')
      .describe(
        'What a run does with the rows there are: it replaces them; keeps them and appends its own, once for each file of the first source; replaces those with its keys; or keeps them as versions.',
      ),
    keys: z
      .array(columnField('A column.'))
      .min(1, 'is empty: name what tells rows apart')
      .max(8, 'has more than 8 columns: name those that tell rows apart')
      .optional()
      .describe(
        'Columns of the result that tell rows apart. For the modes merge and history.',
      ),
    changedAt: columnField(
      'A date or timestamp of the result: since when its row holds. For the mode history; without it, since the run.',
    ).optional(),
  })
  .prefault({})
  .describe('How the rows of the result get into the table.');
