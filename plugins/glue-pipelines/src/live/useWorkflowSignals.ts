import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  GLUE_PIPELINES_SIGNAL_CHANNEL,
  GluePipelinesSignal,
} from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useRef } from 'react';

/**
 * Calls back when the back end says that a workflow changed. It subscribes
 * itself because `useSignal` keeps only the newest message: of two that
 * arrive together the first would be lost, and it may be ours.
 */
export function useWorkflowSignals(
  onSignal: (signal: GluePipelinesSignal) => void,
): void {
  const signals = useApiHolder().get(signalApiRef);
  const newest = useRef(onSignal);
  useEffect(() => {
    newest.current = onSignal;
  });

  useEffect(() => {
    const subscription = signals?.subscribe<GluePipelinesSignal>(
      GLUE_PIPELINES_SIGNAL_CHANNEL,
      signal => {
        if (signal.action === 'workflow-changed') {
          newest.current(signal);
        }
      },
    );
    return () => subscription?.unsubscribe();
  }, [signals]);
}
