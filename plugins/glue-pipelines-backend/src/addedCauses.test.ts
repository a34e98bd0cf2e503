import { createBackendModule } from '@backstage/backend-plugin-api';
import { WorkflowNode } from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesCausesExtensionPoint } from '@glue-pipelines/backstage-plugin-node';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';

jest.setTimeout(60_000);

const WORKFLOW = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };

const causes = createBackendModule({
  pluginId: 'glue-pipelines',
  moduleId: 'sales-causes',
  register(env) {
    env.registerInit({
      deps: { point: gluePipelinesCausesExtensionPoint },
      async init({ point }) {
        point.addCauses({
          id: 'sales-late-file',
          patterns: [/LateFileError: (\S+)/],
          explain: match => ({
            title: `The shop has not sent ${match[1]}.`,
            remedy: 'Ask the shop, then resume the run.',
          }),
        });
      },
    });
  },
});

it('explains a failure as a module of the portal knows it', async () => {
  const glue = await GlueEndpoint.start();
  glue.putWorkflow('covid-hiring');
  glue.putRun('covid-hiring', 'wr_1', {
    job: 'FAILED',
    error: 'LateFileError: orders.csv',
  });
  const portal = await startPortal({ endpoint: glue.url, features: [causes] });
  try {
    await portal.get('/v1/runs', WORKFLOW);
    const { body } = await portal.get('/v1/runs/wr_1', WORKFLOW);
    const failed = (body.graph.nodes as WorkflowNode[]).find(
      ({ state }) => state === 'failed',
    );
    expect(failed?.attempts.at(-1)?.cause).toEqual({
      id: 'sales-late-file',
      title: 'The shop has not sent orders.csv.',
      remedy: 'Ask the shop, then resume the run.',
    });
  } finally {
    await portal.stop();
    await glue.close();
  }
});
