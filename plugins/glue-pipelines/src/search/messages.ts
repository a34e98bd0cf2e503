/** What is said of a pipeline that the search has found. */
export const searchMessages = {
  kind: 'Glue pipeline',
} as const;
