import {
  createTranslationRef,
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { messages } from './messages';

/**
 * What the pages say: English, and German where the app offers it. An app can
 * override single messages or add a language by a translation resource.
 * @public
 */
export const gluePipelinesTranslationRef = createTranslationRef({
  id: 'glue-pipelines',
  messages,
  translations: { de: () => import('./de') },
});

/** Says a message in the language of the reader. */
export type Texts = TranslationFunction<typeof gluePipelinesTranslationRef.T>;

/** For components; pure functions are given it. */
export const useTexts = (): Texts =>
  useTranslationRef(gluePipelinesTranslationRef).t;
