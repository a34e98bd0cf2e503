import { seededTest } from './seededTest.mjs';

/** Writes hostile values into the fields of the form; a test judges what becomes of them. */
export const hostile = options =>
  seededTest(options, {
    command: 'hostile',
    cases: 'values',
    file: 'plugins/scaffolder-backend-module-glue-pipelines/src/hostile/hostile.test.ts',
  });
