import { parsePipeline } from '../parsePipeline';
import { joinedPipeline } from '../testing/pipelines';

const NIGHTLY = { cron: 'cron(0 6 * * ? *)' };

describe('schedule', () => {
  it.each(['glue-pipelines.io/v1', 'glue-pipelines.io/v2'])(
    'is start by its old name in %s',
    apiVersion => {
      const { transform, sources, ...rest } = joinedPipeline();
      const parsed = parsePipeline({
        ...rest,
        sources: sources.slice(0, 1),
        apiVersion,
        schedule: NIGHTLY,
      });
      expect(parsed).toMatchObject({ start: NIGHTLY });
      expect(parsed).not.toHaveProperty('schedule');
    },
  );

  it.each<[string, object, string]>([
    [
      'its own field where the expression is wrong',
      { schedule: { cron: 'rate(1 day)' } },
      'schedule.cron: "rate(1 day)" is a rate expression',
    ],
    [
      'its own place where it is empty',
      { schedule: null },
      'schedule: must be',
    ],
    [
      'start where both are there',
      { schedule: NIGHTLY, start: NIGHTLY },
      'schedule: is the old name of start',
    ],
  ])('names %s', (_, fields, message) =>
    expect(() => parsePipeline({ ...joinedPipeline(), ...fields })).toThrow(
      message,
    ),
  );
});
