/** What is said of many runs of a workflow and all its nodes. */
export const gridMessages = {
  label: 'Nodes of {{workflow}} by run, oldest run first',
  node: 'Node',
  loading: 'Loading the grid',
  nothingKnown: 'The portal has not read what the nodes of these runs did.',
  older: 'Older runs',
  newer: 'Newer runs',
  cell: {
    /** `state` is a list of what there is to say. */
    known: '{{type}} {{node}}, run of {{run}}: {{state}}',
    notPart: '{{type}} {{node}}, run of {{run}}: not part of that run',
    notKnown:
      '{{type}} {{node}}, run of {{run}}: not known: the portal has not read what the nodes of that run did',
  },
} as const;
