import { setTimeout as sleep } from 'node:timers/promises';
import { GetWorkflowRunCommand, GlueClient } from '@aws-sdk/client-glue';

/** Resolves when the run is COMPLETED. Rejects when it ends otherwise. */
export async function waitForRun(
  client: GlueClient,
  Name: string,
  RunId: string | undefined,
): Promise<void> {
  for (;;) {
    const { Run } = await client.send(
      new GetWorkflowRunCommand({ Name, RunId }),
    );
    if (Run?.Status === 'COMPLETED') return;
    if (Run?.Status !== 'RUNNING') {
      throw new Error(`The run is ${Run?.Status}: ${Run?.ErrorMessage}`);
    }
    await sleep(100);
  }
}
