/** What is said of two runs side by side. */
export const compareMessages = {
  label: 'Two runs side by side',
  choice: 'Compare with',
  run: 'Run {{id}}',
  loading: 'Loading the other run',
  none: 'There is no earlier run to compare with.',
  thisRun: 'This run: {{when}}',
  difference: 'Difference',
  health: 'Run',
  duration: 'Duration',
  dpuHours: 'DPU hours',
  rowsLoaded: 'Rows loaded',
  notPart: 'Not part of this run',
  same: 'the same',
} as const;
