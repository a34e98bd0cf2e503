import { useTexts } from '../translation/ref';
import { PipelineList } from './PipelineList';

/**
 * The pipelines whose last run failed, of all that the user may see. For a
 * home page; the content of a card.
 * @public
 */
export function FailingNow() {
  const t = useTexts();
  return (
    <PipelineList
      state={{ tile: 'failing' }}
      label={t('home.failing')}
      none={t('home.noneFailing')}
    />
  );
}
