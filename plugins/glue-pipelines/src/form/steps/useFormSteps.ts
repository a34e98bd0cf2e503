import { useApi } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { FormSteps } from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useState } from 'react';
import { pipelineFormApiRef } from '../PipelineFormApi';

/** How long somebody who types has not typed any more, in ms. */
const QUIET_MS = 400;

export interface KnownSteps {
  /** What was known last; it may be of the steps a moment ago. */
  known?: FormSteps;
  /** The steps of which it is known. */
  of?: readonly unknown[];
  error?: unknown;
}

/** What is known of the steps of a form, asked once they rest. */
export function useFormSteps(form: JsonObject): KnownSteps {
  const api = useApi(pipelineFormApiRef);
  const [state, setState] = useState<KnownSteps>({});
  const { sources, transform, accountId, region } = form;
  const asked = JSON.stringify({ sources, transform, accountId, region });
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const given: JsonObject = JSON.parse(asked);
      api.steps(given, abort.signal).then(
        known =>
          !abort.signal.aborted &&
          setState({ known, of: given.transform as unknown[] }),
        error => !abort.signal.aborted && setState({ error }),
      );
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, asked]);
  return state;
}
