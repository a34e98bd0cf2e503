import { createTranslationRef } from '@backstage/frontend-plugin-api';
// Its successor in `mockApis` brings all of an app along, seconds of each suite.
import { MockTranslationApi } from '@backstage/test-utils/alpha';
import de from '../translation/de';
import { gluePipelinesTranslationRef, Texts } from '../translation/ref';

function textsOf(ref: typeof gluePipelinesTranslationRef): Texts {
  const snapshot = MockTranslationApi.create().getTranslation(ref);
  if (!snapshot.ready) {
    throw new Error(`The messages of ${ref.id} are not there`);
  }
  return snapshot.t;
}

/** What a pure function is given for a reader of English. */
export const english: Texts = textsOf(gluePipelinesTranslationRef);

/** What a pure function is given for a reader of German. */
export const german: Texts = textsOf(
  createTranslationRef({
    id: 'glue-pipelines-in-german',
    messages: de,
  }) as unknown as typeof gluePipelinesTranslationRef,
);
