import type { FormBeginning } from '@glue-pipelines/backstage-plugin-common';
import { SOURCE_NAME_PATTERN } from '@glue-pipelines/pipeline/names';
import type { PipelineFormApi } from '../PipelineFormApi';

export const WAYS = ['example', 'pipeline', 'file', 'table'] as const;

export type BeginWay = (typeof WAYS)[number];

/** What is chosen in the dialog; of each way what is filled in last. */
export interface Beginning {
  way: BeginWay;
  example: string;
  entityRef: string;
  file?: File;
  database: string;
  table: string;
}

/** The most of a file that the back end takes: a form of 1 MB. */
export const MOST_BYTES = 900_000;

export function isChosen(chosen: Beginning): boolean {
  const { way, example, entityRef, file, database, table } = chosen;
  switch (way) {
    case 'example':
      return example !== '';
    case 'pipeline':
      return entityRef !== '';
    case 'file':
      return file !== undefined && file.size <= MOST_BYTES;
    default:
      return database.trim() !== '' && table.trim() !== '';
  }
}

/** The values with which a form begins. */
export async function formOf(
  chosen: Beginning,
  api: PipelineFormApi,
): Promise<FormBeginning> {
  const { way, example, entityRef, file, database, table } = chosen;
  if (way === 'example') {
    return api.begin({ example });
  }
  if (way === 'pipeline') {
    return api.begin({ entityRef });
  }
  if (way === 'file') {
    return api.begin({ yaml: (await file?.text()) ?? '' });
  }
  const name = table.trim();
  return {
    form: {
      sources: [
        {
          format: 'table',
          table: { database: database.trim(), name },
          ...(new RegExp(SOURCE_NAME_PATTERN).test(name) && { name }),
        },
      ],
    },
    leftOut: [],
  };
}
