import { seededTest } from './seededTest.mjs';

/** Sends requests that are made of the API's document to the plugin; a test judges the answers. */
export const fuzz = options =>
  seededTest(options, {
    command: 'fuzz',
    cases: 'requests',
    file: 'plugins/glue-pipelines-backend/src/fuzz.test.ts',
  });
