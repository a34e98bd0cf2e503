import { useApi } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { SourcePreview } from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useRef, useState } from 'react';
import { pipelineFormApiRef } from './PipelineFormApi';

/** How long somebody who types has not typed any more, in ms. */
const QUIET_MS = 500;

/** What can be looked at: a bucket and something in it. */
const COMPLETE = /^\s*s3:\/\/[^/\s]+\/\s*\S/;

export interface PreviewState {
  loading: boolean;
  preview?: SourcePreview;
  error?: unknown;
}

/**
 * What the files of a source hold, asked once its fields rest. Of another URI
 * it is found out how its files are written.
 *
 * @param onDetected - is told how they are
 */
export function useSourcePreview(
  source: JsonObject,
  form: JsonObject,
  onDetected: (detected: NonNullable<SourcePreview['detected']>) => void,
): PreviewState {
  const api = useApi(pipelineFormApiRef);
  const [state, setState] = useState<PreviewState>({ loading: false });
  const known = useRef(source.uri);
  const latest = useRef({ form, onDetected });
  latest.current = { form, onDetected };
  const { uri, format, csv, json } = source;
  const isComplete = COMPLETE.test(String(uri ?? ''));
  const asked = JSON.stringify({ uri, format, csv, json });

  useEffect(() => {
    if (!isComplete) {
      setState({ loading: false });
      return undefined;
    }
    let isLatest = true;
    setState(({ preview }) => ({ loading: true, preview }));
    const timer = setTimeout(async () => {
      const given: JsonObject = JSON.parse(asked);
      const isNew = known.current !== given.uri;
      try {
        const preview = await api.preview(
          isNew ? { uri: given.uri } : given,
          latest.current.form,
        );
        if (isLatest) {
          known.current = given.uri;
          setState({ loading: false, preview });
          if (preview.detected) {
            latest.current.onDetected(preview.detected);
          }
        }
      } catch (error) {
        if (isLatest) {
          setState({ loading: false, error });
        }
      }
    }, QUIET_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [api, asked, isComplete]);

  return state;
}
