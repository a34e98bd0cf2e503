import type { PipelineDraft } from './pipelineFields';

/**
 * The warehouse that a pipeline loads, by its own name; that is the pipeline's where it brings one.
 *
 * @public
 */
export function warehouseOf({
  name,
  warehouse: { shared, existing },
}: Pick<PipelineDraft, 'name' | 'warehouse'>): {
  kind: 'workgroup' | 'cluster';
  name: string;
} {
  return existing?.cluster
    ? { kind: 'cluster', name: existing.cluster }
    : { kind: 'workgroup', name: shared ?? existing?.workgroup ?? name };
}
