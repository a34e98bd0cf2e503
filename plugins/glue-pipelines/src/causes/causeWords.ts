import {
  causeTexts,
  FailureCause,
} from '@glue-pipelines/backstage-plugin-common';
import { Texts } from '../translation/ref';

/** Of which text which placeholders are is known to the back end, not to the type. */
type Said = (key: string, values: Record<string, string>) => string;

/**
 * A cause in the language of the reader; as the back end says it where a module
 * of the portal added it, or a newer back end knows it.
 */
export function causeWords(
  t: Texts,
  { title, remedy, text }: FailureCause,
): Pick<FailureCause, 'title' | 'remedy'> {
  if (
    !text ||
    !Object.hasOwn(causeTexts.titles, text.title) ||
    !Object.hasOwn(causeTexts.remedies, text.remedy)
  ) {
    return { title, remedy };
  }
  const say = t as unknown as Said;
  return {
    title: say(`causes.titles.${text.title}`, text.values),
    remedy: say(`causes.remedies.${text.remedy}`, text.values),
  };
}
