import type { Reading } from './Reading';

/**
 * Reads `schedule`, in which a pipeline said when it starts before there were
 * other ways than a time: it is `start` by another name.
 */
export function readSchedule(reading: Reading): Reading {
  const { document, problems, placeOf } = reading;
  if (
    typeof document !== 'object' ||
    document === null ||
    !('schedule' in document)
  ) {
    return reading;
  }
  const { schedule, ...rest } = document;
  return 'start' in rest
    ? {
        document: rest,
        problems: [
          ...problems,
          {
            path: ['schedule'],
            message:
              'is the old name of start, which is there too: remove it, and say in start when the pipeline starts',
          },
        ],
        placeOf,
      }
    : {
        document: { ...rest, start: schedule },
        problems,
        placeOf: path =>
          path[0] === 'start' ? ['schedule', ...path.slice(1)] : placeOf(path),
      };
}
