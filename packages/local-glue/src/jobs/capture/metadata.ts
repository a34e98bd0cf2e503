import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JobExecution } from '../JobExecutor';
import { metadataName } from './layout';

/** What the log folder of a job run says about the run. */
export interface CaptureMetadata {
  jobRunId: string;
  jobName: string;
  commandName: JobExecution['commandName'];
  /** ISO 8601, UTC. */
  startedOn: string;
}

export async function writeMetadata(
  directory: string,
  { jobRunId, jobName, commandName }: JobExecution,
): Promise<void> {
  const metadata: CaptureMetadata = {
    jobRunId,
    jobName,
    commandName,
    startedOn: new Date().toISOString(),
  };
  await writeFile(join(directory, metadataName), JSON.stringify(metadata));
}

/** Undefined for a folder that holds no job run. */
export function readMetadata(directory: string): CaptureMetadata | undefined {
  try {
    return JSON.parse(readFileSync(join(directory, metadataName), 'utf8'));
  } catch {
    return undefined;
  }
}
