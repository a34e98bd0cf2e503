import { useTexts } from '../translation/ref';
import { PipelineList } from './PipelineList';

/**
 * The pipelines of the entities that the user owns, themselves or through a
 * group: the worst first. For a home page; the content of a card.
 * @public
 */
export function MyPipelines() {
  const t = useTexts();
  return (
    <PipelineList
      state={{ mine: true }}
      label={t('home.mine')}
      none={t('home.noneMine')}
    />
  );
}
