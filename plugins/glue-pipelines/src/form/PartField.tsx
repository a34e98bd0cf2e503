import { extractSchemaFromStep } from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonObject, JsonValue } from '@backstage/types';
import { RefObject, useEffect, useRef, useState } from 'react';
import { BeginButton } from './begin/BeginButton';
import { PartErrors, PartProblem, PartProps } from './checkPart';
import { DraftNotice } from './DraftNotice';
import { FieldPath, valueAt } from './fieldPlace';
import { PlanReview } from '../plan/PlanReview';
import { PLAN_PART } from './partFieldName';
import { ResultColumnsField } from './ResultColumnsField';
import { SourceItem } from './SourceItem';
import { StartField } from './StartField';
import { StepsField } from './steps/StepsField';
import { usePartBeginning } from './usePartBeginning';
import { withoutUndefined } from './withoutUndefined';

interface ErrorTree {
  [key: string]: ErrorTree | string[] | undefined;
  __errors?: string[];
}

/** The problems by their places, as the form's library shows them at its fields. */
function errorTree(problems: readonly PartProblem[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, message } of problems) {
    let at = root;
    for (const key of path) {
      at[key] ??= {};
      at = at[key] as ErrorTree;
    }
    at.__errors = [...(at.__errors ?? []), message];
  }
  return root;
}

/** The form's library joins the names of fields by this where it makes their ids. */
const SEPARATOR = '_';

/** The parts that name columns of the result. */
const OF_RESULT = ['quality', 'warehouse', 'output'];

/** How a part is filled in: each source, the steps, and what starts a pipeline, by components of their own. */
function partSchema(part: string | undefined, form: JsonObject) {
  const extracted = extractSchemaFromStep(form);
  if (part === 'sources') {
    extracted.uiSchema.items = {
      ...extracted.uiSchema.items,
      'ui:field': SourceItem as never,
    };
  }
  if (part !== undefined && OF_RESULT.includes(part)) {
    extracted.uiSchema['ui:field'] = ResultColumnsField as never;
  }
  if (part === 'transform') {
    extracted.uiSchema['ui:field'] = StepsField as never;
  }
  if (part === 'start') {
    extracted.uiSchema['ui:field'] = StartField as never;
  }
  return extracted;
}

const NO_PROBLEMS: PartProblem[] = [];

/** A part of the form: one of the pipeline, or the plan of all of them. */
export function PartField(props: PartProps) {
  return props.uiSchema['ui:options']?.part === PLAN_PART ? (
    <PlanReview form={props.registry.formContext?.formData ?? {}} />
  ) : (
    <PipelinePart {...props} />
  );
}

/**
 * A part of a pipeline: filled in as its schema says, and judged by the
 * language, with each problem at its field until that field is changed.
 */
function PipelinePart(props: PartProps) {
  const { uiSchema, formData, onChange, registry, idSchema, name } = props;
  const { onBlur, onFocus, disabled, readonly, formContext } = props;
  const { part, form, required } = uiSchema['ui:options'] ?? {};
  const [{ schema, uiSchema: inner }] = useState(() =>
    partSchema(part, (form ?? {}) as JsonObject),
  );
  const { problems = NO_PROBLEMS } = (props.errorSchema ?? {}) as PartErrors;
  const current = problems.filter(
    ({ path, value }) =>
      JSON.stringify(valueAt(formData, path)) === JSON.stringify(value),
  );
  const root = useRef<HTMLDivElement>(null);
  useOwnMessages(root);
  useDescribedInputs(current, idSchema.$id);
  useFocusOnFirst(problems, idSchema.$id);

  const { schemaUtils } = registry;
  const { SchemaField } = registry.fields;
  // One way to start has no place for the defaults of the others.
  const complete = (value: JsonValue | undefined) =>
    withoutUndefined(
      part === 'start'
        ? value
        : (schemaUtils.getDefaultFormState(schema, value) as JsonValue),
    );
  const page = Object.keys(registry.rootSchema?.properties ?? {});
  const { restoredAt, isRestored, startAfresh, beginWith } = usePartBeginning({
    part: part ?? name,
    value: formData,
    initial: props.schema.default,
    complete,
    onChange,
    page,
  });

  return (
    <div ref={root}>
      {restoredAt && page[0] === name && (
        <DraftNotice savedAt={restoredAt} onStartAfresh={startAfresh} />
      )}
      {part === 'name' && page[0] === name && beginWith && (
        <BeginButton onBegin={beginWith} />
      )}
      <SchemaField
        // What a field found out of other values before it must not change what is restored.
        key={String(isRestored)}
        name={name}
        required={required}
        schema={schema}
        uiSchema={inner}
        idSchema={schemaUtils.toIdSchema(schema, idSchema.$id, formData)}
        formData={formData}
        errorSchema={errorTree(current) as typeof props.errorSchema}
        registry={registry}
        formContext={formContext}
        disabled={disabled}
        readonly={readonly}
        onBlur={onBlur}
        onFocus={onFocus}
        onChange={(value: JsonValue | undefined) => onChange(complete(value))}
      />
    </div>
  );
}

/** The browser tells one missing value at a time, in bubbles; the check tells all of them. */
function useOwnMessages(root: RefObject<HTMLElement>) {
  useEffect(() => {
    const form = root.current?.closest('form');
    if (form) {
      form.noValidate = true;
    }
  }, [root]);
}

/** The id that the form's library gives to the field at a path. */
const idOf = (id: string, path: FieldPath) => [id, ...path].join(SEPARATOR);

/** What reads the page aloud says what is wrong with an input when it comes to it. */
function useDescribedInputs(problems: readonly PartProblem[], id: string) {
  const described = problems.map(({ path }) => idOf(id, path)).join(' ');
  useEffect(() => {
    const inputs = described
      .split(' ')
      .map(each => document.getElementById(each))
      .filter(input => input !== null);
    for (const input of inputs) {
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', `${input.id}__error`);
    }
    return () => {
      for (const input of inputs) {
        input.removeAttribute('aria-invalid');
        input.removeAttribute('aria-describedby');
      }
    };
  }, [described]);
}

/** Takes the keyboard to the first field of the page with which something is wrong. */
function useFocusOnFirst(problems: readonly PartProblem[], id: string) {
  const first = problems.find(problem => problem.first);
  useEffect(() => {
    if (!first) {
      return;
    }
    // A field that shows no input has one that does above it.
    for (let depth = first.path.length; depth >= 0; depth--) {
      const field = document.getElementById(
        idOf(id, first.path.slice(0, depth)),
      );
      if (field) {
        const input = field.matches('input, select, textarea, [tabindex]')
          ? field
          : field.querySelector<HTMLElement>(
              'input:not([type=hidden]), textarea, button, [tabindex="0"]',
            );
        (input ?? field).focus();
        return;
      }
    }
  }, [first, id]);
}
