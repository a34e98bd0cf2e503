import { ResponseErrorPanel } from '@backstage/core-components';
import { ResponseError } from '@backstage/errors';
import { errorText } from '../api/errorText';
import { useTexts } from '../translation/ref';
import { Notice } from './Notice';

/** No answer came, rather than a refusal. */
export function isUnreachable(error: Error): boolean {
  return !(error instanceof ResponseError) && error.name === 'TypeError';
}

/**
 * Why something could not be read: instead of it, or in one line above what
 * was read before.
 */
export function Trouble(props: {
  error: Error | undefined;
  /** What was read before is still shown. */
  isStale: boolean;
  /** Another part of the page says when the portal cannot be reached at all. */
  isPart?: boolean;
}) {
  const { error, isStale, isPart } = props;
  const t = useTexts();
  if (!error) {
    return null;
  }
  if (!isStale) {
    return <ResponseErrorPanel error={error} />;
  }
  if (isUnreachable(error)) {
    return isPart ? null : (
      <Notice kind="warning" role="status">
        {t('status.unreachable')}
      </Notice>
    );
  }
  return (
    <Notice kind="warning" role="status">
      {t('status.stale', { reason: errorText(error) })}
    </Notice>
  );
}
