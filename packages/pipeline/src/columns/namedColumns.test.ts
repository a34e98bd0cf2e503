import { parsePipelineDraft } from '../parsePipeline';
import { aggregatedPipeline, joinedPipeline } from '../testing/pipelines';
import { namedColumns } from './namedColumns';

const named = (pipeline: object) => [
  ...namedColumns(parsePipelineDraft(pipeline)),
];

describe('namedColumns', () => {
  it('finds the columns of joins, filters and lists', () =>
    expect(
      named({
        ...joinedPipeline(),
        transform: {
          ...joinedPipeline().transform,
          required: ['new_cases'],
          deduplicateBy: ['iso_code'],
          select: ['date', 'postings'],
        },
        output: { partitionBy: ['date'] },
      }),
    ).toEqual(['date', 'post_date', 'iso_code', 'new_cases', 'postings']));

  it('finds the columns of groups and measures', () =>
    expect(named(aggregatedPipeline())).toEqual([
      'vendor',
      'pickup',
      'total_amount',
    ]));
});
