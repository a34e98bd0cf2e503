import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** `scaffolder-form-field:glue-pipelines/part`: a part of a pipeline in the form of the scaffolder. */
export const partField = FormFieldBlueprint.make({
  name: 'part',
  params: {
    field: () =>
      import('../form/partField').then(({ partFormField }) => partFormField),
  },
});
