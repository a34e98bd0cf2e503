/** How it is with what a pipeline promises. */
export const promisesMessages = {
  name: 'Promise',
  expectedBy: 'Expected by {{time}}, no successful run yet',
  late: 'Late',
  lateBy: 'Late by {{duration}}',
  stale: 'Stale',
  staleFor: 'Stale for {{duration}}',
  onTime: 'On time',
  onTimeDue: 'On time, next due in {{duration}}',
  fresh: 'Fresh',
  freshUntil: 'Fresh, due in {{duration}}',
  unknown: 'Promise {{promise}}: not known',
} as const;
