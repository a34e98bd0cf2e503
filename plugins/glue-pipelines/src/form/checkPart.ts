import type {
  CustomFieldValidator,
  FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { PipelineProblem } from '@glue-pipelines/pipeline';
import { errorText } from '../api/errorText';
import {
  FieldPath,
  fieldPathOf,
  FormSchema,
  placeWords,
  valueAt,
} from './fieldPlace';
import { PipelineFormApi, pipelineFormApiRef } from './PipelineFormApi';

/** The options of a field that is a part of a pipeline, as the catalog's module writes them. */
export type PartOptions = {
  /** The field of `pipeline.yaml`. */
  part: string;
  required: boolean;
  /** How it is filled in: its schema with the `ui:` keywords. */
  form: FormSchema;
};

export type PartProps = FieldExtensionComponentProps<JsonValue, PartOptions>;

/** Something that is wrong within a part. */
export interface PartProblem {
  path: FieldPath;
  message: string;
  /** The value of which it was said: of another one it may not be true. */
  value: unknown;
  /** Whether it is the first one of the page, to which the keyboard goes. */
  first: boolean;
}

/** What the form's library hands from a validator to its field: lists in it are left alone. */
export type PartErrors = { problems?: PartProblem[] };

interface Check {
  answer: Promise<PipelineProblem[]>;
  /** Whether a part of the page has said already what is wrong with it. */
  told: boolean;
}

/** All parts of a page are checked by one question: the library hands them one and the same form. */
const checks = new WeakMap<JsonObject, Check>();

function checkOf(api: PipelineFormApi, form: JsonObject): Check {
  const known = checks.get(form);
  if (known) {
    return known;
  }
  const check = { answer: api.check(form), told: false };
  checks.set(form, check);
  return check;
}

/** What is wrong with a part, each with the path within it. */
const ofPart = (problems: readonly PipelineProblem[], part: string) =>
  problems
    .map(({ field, message }) => ({ path: fieldPathOf(field), message }))
    .filter(({ path }) => path[0] === part)
    .map(({ path, message }) => ({ path: path.slice(1), message }));

/**
 * Asks the back end what is wrong with the form so far, and tells what belongs
 * to this part: in the list above the page in words, and in the part at the
 * field.
 */
export const checkPart: CustomFieldValidator<JsonValue, PartOptions> = async (
  value,
  field,
  { apiHolder, formData, uiSchema },
) => {
  const { part, form } = uiSchema?.['ui:options'] ?? {};
  const api = apiHolder.get(pipelineFormApiRef);
  if (!part || !form || !api) {
    return;
  }
  const check = checkOf(api, formData);
  try {
    const found = ofPart(await check.answer, part);
    (field as PartErrors).problems = found.map((problem, index) => ({
      ...problem,
      value: valueAt(value, problem.path),
      first: index === 0 && !check.told,
    }));
    check.told ||= found.length > 0;
    for (const { path, message } of found) {
      const place = placeWords(form, path, value);
      field.addError(place ? `${place}: ${message}` : message);
    }
  } catch (error) {
    if (!check.told) {
      check.told = true;
      field.addError(`cannot be checked now. ${errorText(error)}`);
    }
  }
};
