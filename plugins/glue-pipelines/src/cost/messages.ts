/** What is said of what runs cost. */
export const costMessages = {
  withAmount: '{{hours}}, about {{amount}}',
} as const;
