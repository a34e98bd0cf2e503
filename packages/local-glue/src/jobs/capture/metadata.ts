import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JobExecution } from '../JobExecutor';
import { metadataName } from './layout';
import { logGroupPrefix } from './logGroupPrefix';

/** What the log folder of a job run says about the run. */
export interface CaptureMetadata {
  jobRunId: string;
  jobName: string;
  commandName: JobExecution['commandName'];
  /** Its log groups are this with `/output` and `/error`. */
  logGroupPrefix: string;
  /** ISO 8601, UTC. */
  startedOn: string;
}

export async function writeMetadata(
  directory: string,
  { jobRunId, jobName, commandName, arguments: given }: JobExecution,
): Promise<void> {
  const metadata: CaptureMetadata = {
    jobRunId,
    jobName,
    commandName,
    logGroupPrefix: logGroupPrefix(commandName, given),
    startedOn: new Date().toISOString(),
  };
  await writeFile(join(directory, metadataName), JSON.stringify(metadata));
}

/** Undefined for a folder that holds no job run. */
export function readMetadata(directory: string): CaptureMetadata | undefined {
  try {
    const metadata: CaptureMetadata = JSON.parse(
      readFileSync(join(directory, metadataName), 'utf8'),
    );
    return {
      ...metadata,
      // Runs of before jobs could name their groups do not say it.
      logGroupPrefix:
        metadata.logGroupPrefix ?? logGroupPrefix(metadata.commandName, {}),
    };
  } catch {
    return undefined;
  }
}
