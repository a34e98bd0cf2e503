import { PipelineList } from './PipelineList';

/**
 * The pipelines of the entities that the user owns, themselves or through a
 * group: the worst first. For a home page; the content of a card.
 * @public
 */
export function MyPipelines() {
  return (
    <PipelineList
      state={{ mine: true }}
      label="My pipelines"
      none="No pipeline belongs to you or to a group of yours."
    />
  );
}
