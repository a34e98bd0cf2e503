import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  PipelinePlan,
  PlannedCost,
} from '@glue-pipelines/backstage-plugin-common';
import {
  COST_ASSUMPTIONS,
  engineWords,
  estimateCost,
  InvalidPipelineError,
  stepWords,
  type Pipeline,
} from '@glue-pipelines/pipeline';
import fs from 'fs-extra';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { FormClients } from '../form/formClients';
import { pipelineFromForm } from '../form/pipelineFromForm';
import { generateRepository } from '../repository/generateRepository';
import { completePipeline } from '../sources/completePipeline';
import { plannedGraph } from './plannedGraph';
import { plannedRoles } from './plannedRoles';
import { plannedWarnings } from './plannedWarnings';
import { SynthesizedApp } from './SynthesizedApp';

/** What of a form is no field of `pipeline.yaml`. */
const NOT_OF_PIPELINE = [
  'publishTo',
  'sample',
  'githubRepoUrl',
  'gitlabRepoUrl',
  'accountId',
  'region',
  'plan',
];

const HOSTS = ['local', 'github', 'gitlab'] as const;

const hostOf = ({ publishTo }: JsonObject) =>
  HOSTS.find(host => host === publishTo);

function costOf(pipeline: Pipeline): PlannedCost {
  const { prepareMinutes, transformMinutes, loadMinutes } = COST_ASSUMPTIONS;
  const { items, ...sums } = estimateCost(pipeline);
  return {
    ...sums,
    items: items.map(({ what, usd, reason }) => ({ what, usd, reason })),
    assumedMinutes: {
      prepare: prepareMinutes,
      transform: transformMinutes,
      load: loadMinutes,
    },
  };
}

/** The files of a repository, without what was synthesized of it. */
async function filesOf(directory: string): Promise<string[]> {
  const entries = await fs.readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      relative(directory, join(entry.parentPath, entry.name)).replaceAll(
        sep,
        '/',
      ),
    )
    .filter(path => !path.startsWith('cdk.out/'))
    .sort();
}

/**
 * Says what becomes of a form, by making it: the repository is generated and
 * proven in a folder that is removed again, so that the plan shows what
 * *Create* will make, and not what somebody has written about it.
 */
export class PlanMaker {
  /** Synthesizing takes a processor for seconds: one at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly config: RootConfigService) {}

  async make(
    form: JsonObject,
    clients: FormClients,
    signal: AbortSignal,
  ): Promise<PipelinePlan> {
    const document = pipelineFromForm(
      Object.fromEntries(
        Object.entries(form).filter(([key]) => !NOT_OF_PIPELINE.includes(key)),
      ),
    );
    try {
      const pipeline = await completePipeline(
        document,
        clients,
        // What was found in the files was said on their page.
        () => {},
        signal,
      );
      return await this.#inTurn(signal, () =>
        this.#generated(pipeline, form, clients, signal),
      );
    } catch (error) {
      if (error instanceof InvalidPipelineError) {
        return { problems: error.problems };
      }
      throw error;
    }
  }

  #inTurn<Made>(signal: AbortSignal, make: () => Promise<Made>) {
    const made = this.#last.then(() => {
      signal.throwIfAborted();
      return make();
    });
    // Who asked is told why it failed; the next one begins all the same.
    this.#last = made.catch(() => {});
    return made;
  }

  async #generated(
    pipeline: Pipeline,
    form: JsonObject,
    { target }: FormClients,
    signal: AbortSignal,
  ): Promise<PipelinePlan> {
    const directory = await fs.mkdtemp(join(tmpdir(), 'glue-pipelines-plan-'));
    try {
      const { cdkOut } = await generateRepository({
        pipeline,
        directory,
        host: hostOf(form),
        sample: form.sample === 'none' ? 'none' : 'synthetic',
        portalUrl: this.config.getOptionalString('app.baseUrl'),
        ...target,
        log: () => {},
        signal,
      });
      const app = await SynthesizedApp.read(cdkOut);
      return {
        name: pipeline.name,
        graph: plannedGraph(app),
        engine: engineWords(pipeline),
        steps: stepWords(pipeline.transform),
        files: await filesOf(directory),
        roles: plannedRoles(app),
        cost: costOf(pipeline),
        warnings: await plannedWarnings(cdkOut),
      };
    } finally {
      await fs.remove(directory);
    }
  }
}
