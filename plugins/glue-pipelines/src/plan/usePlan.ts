import { useApi } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { PipelinePlan } from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useState } from 'react';
import { pipelineFormApiRef } from '../form/PipelineFormApi';

/** What becomes of a form; neither while that is worked out. */
export function usePlan(form: JsonObject): {
  plan?: PipelinePlan;
  error?: unknown;
} {
  const api = useApi(pipelineFormApiRef);
  const [state, setState] = useState<{ plan?: PipelinePlan; error?: unknown }>(
    {},
  );
  const asked = JSON.stringify(form);
  useEffect(() => {
    const abort = new AbortController();
    setState({});
    api.plan(JSON.parse(asked), abort.signal).then(
      plan => !abort.signal.aborted && setState({ plan }),
      error => !abort.signal.aborted && setState({ error }),
    );
    return () => abort.abort();
  }, [api, asked]);
  return state;
}
