/** A start trigger and the job that it starts. */
export const GRAPH = {
  Nodes: [
    {
      Type: 'TRIGGER',
      Name: 'start',
      UniqueId: 'wnode_start',
      TriggerDetails: {
        Trigger: { Name: 'start', Type: 'ON_DEMAND', State: 'CREATED' },
      },
    },
    { Type: 'JOB', Name: 'load', UniqueId: 'wnode_load', JobDetails: {} },
  ],
  Edges: [{ SourceId: 'wnode_start', DestinationId: 'wnode_load' }],
};

/** The same in a run: what the job did. */
export function graphOf(
  jobState: string,
  error?: string,
  jobArguments?: Record<string, string>,
) {
  const [start, load] = GRAPH.Nodes;
  return {
    ...GRAPH,
    Nodes: [
      start,
      {
        ...load,
        JobDetails: {
          JobRuns: [
            {
              Id: 'jr_1',
              Attempt: 0,
              TriggerName: 'start',
              JobName: 'load',
              JobRunState: jobState,
              ErrorMessage: error,
              Arguments: jobArguments,
            },
          ],
        },
      },
    ],
  };
}
