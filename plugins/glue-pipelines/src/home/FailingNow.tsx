import { PipelineList } from './PipelineList';

/**
 * The pipelines whose last run failed, of all that the user may see. For a
 * home page; the content of a card.
 * @public
 */
export function FailingNow() {
  return (
    <PipelineList
      state={{ tile: 'failing' }}
      label="Failing now"
      none="No pipeline is failing."
    />
  );
}
