import { RunDetail } from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useRef, useState } from 'react';
import { describeChange } from '../live/describeChange';
import { useTexts } from '../translation/ref';

/** The newest change of a run in one sentence, for a polite live region. */
export function useAnnouncement(run: RunDetail | undefined): string {
  const t = useTexts();
  const before = useRef<RunDetail>();
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    const change = describeChange(t, before.current, run);
    before.current = run;
    if (change) {
      setSentence(change);
    }
  }, [t, run]);
  return sentence;
}
