import { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  BrowsedBucket,
  FormBeginning,
  FormExample,
  FormSteps,
  PipelinePlan,
  SourcePreview,
} from '@glue-pipelines/backstage-plugin-common';
import type { PipelineProblem } from '@glue-pipelines/pipeline';
import { BeginWith, PipelineFormApi } from './PipelineFormApi';

/** Speaks to the routes that the scaffolder's module for Glue pipelines adds. */
export class PipelineFormClient implements PipelineFormApi {
  constructor(
    private readonly apis: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
  ) {}

  async check(form: JsonObject) {
    const { problems } = await this.ask<{ problems: PipelineProblem[] }>(
      'check',
      form,
    );
    return problems;
  }

  browse(uri: string | undefined, { accountId, region }: JsonObject) {
    return this.ask<BrowsedBucket>('browse', { uri, accountId, region });
  }

  preview(source: JsonObject, { accountId, region }: JsonObject) {
    return this.ask<SourcePreview>('preview', { source, accountId, region });
  }

  steps(form: JsonObject, signal: AbortSignal) {
    const { sources, transform, accountId, region } = form;
    return this.ask<FormSteps>(
      'steps',
      { sources, transform, accountId, region },
      signal,
    );
  }

  async examples() {
    const { examples } = await this.ask<{ examples: FormExample[] }>(
      'examples',
      {},
    );
    return examples;
  }

  begin(asked: BeginWith) {
    return this.ask<FormBeginning>('begin', asked);
  }

  plan(form: JsonObject, signal: AbortSignal) {
    return this.ask<PipelinePlan>('plan', form, signal);
  }

  private async ask<Answer>(
    question: string,
    form: object,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const { discoveryApi, fetchApi } = this.apis;
    const base = await discoveryApi.getBaseUrl('scaffolder');
    const response = await fetchApi.fetch(
      `${base}/glue-pipelines/v1/form/${question}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ form }),
        signal,
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
