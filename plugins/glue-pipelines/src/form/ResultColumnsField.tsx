import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  chosenColumns,
  type FieldLook,
  withoutExamples,
} from './chosenColumns';
import type { FormSchema } from './fieldPlace';
import { sourceNamesOf } from './sourceName';
import { ColumnsLine } from './steps/ColumnsLine';
import { useFormSteps } from './steps/useFormSteps';

/** A part whose columns are those of the result: they are chosen where they are known. */
export function ResultColumnsField(
  props: FieldExtensionComponentProps<JsonValue>,
) {
  const { registry, name, formData, idSchema } = props;
  const form: JsonObject = registry.formContext?.formData ?? {};
  const { known } = useFormSteps(form);
  const result = known?.columns.at(-1);
  const { schemaUtils } = registry;
  const { SchemaField } = registry.fields;
  const chosen = chosenColumns(
    name,
    props.schema as FormSchema,
    { rows: result?.columns, sources: sourceNamesOf(form).filter(Boolean) },
    formData,
  );
  const { 'ui:field': _, ...fields } = props.uiSchema as FieldLook;
  const schema = chosen as typeof props.schema;
  const uiSchema = withoutExamples(chosen, fields) as typeof props.uiSchema;
  // Parts of one page say it once.
  const [first] = Object.keys(registry.rootSchema?.properties ?? {});
  return (
    <>
      {result && name === first && <ColumnsLine at={result} place="result" />}
      <SchemaField
        name={name}
        required={props.required}
        schema={schema}
        uiSchema={uiSchema}
        idSchema={schemaUtils.toIdSchema(schema, idSchema.$id, formData)}
        formData={formData}
        errorSchema={props.errorSchema}
        registry={registry}
        formContext={registry.formContext}
        disabled={props.disabled}
        readonly={props.readonly}
        onBlur={props.onBlur}
        onFocus={props.onFocus}
        onChange={props.onChange}
      />
    </>
  );
}
