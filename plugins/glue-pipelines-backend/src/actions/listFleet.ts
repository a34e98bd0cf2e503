import { FLEET_TILES } from '../service/fleet/fleetQuery';
import { ActionDeps, COLLECTED_AT } from './ActionDeps';

const WORKFLOWS = 25;

/** How all workflows are that somebody may see. */
export function registerListFleet({ registry, fleet }: ActionDeps) {
  registry.register({
    name: 'list-glue-fleet',
    title: 'List all Glue workflows',
    description:
      'Lists the AWS Glue workflows of all catalog entities that you may see, the worst first, with counts: which pipelines fail, run, are late by the promise of their entity, or are healthy. Use it to find the entity and the ARN that the other actions take.',
    schema: {
      input: z =>
        z.object({
          tile: z
            .enum(FLEET_TILES)
            .optional()
            .describe('Only workflows of this kind'),
          owner: z
            .string()
            .optional()
            .describe('Only of this owner, e.g. group:default/sales'),
          text: z
            .string()
            .max(200)
            .optional()
            .describe('Only those with this in their name or their entity'),
          offset: z.number().int().min(0).max(100_000).optional(),
          limit: z.number().int().min(1).max(100).optional(),
        }),
      output: z =>
        z.object({
          counts: z
            .object({
              failing: z.number(),
              running: z.number(),
              late: z.number(),
              healthy: z.number(),
              unknown: z.number(),
            })
            .describe('By kind, whatever tile is asked for'),
          total: z.number().describe('How many there are, on all pages'),
          withheld: z
            .number()
            .describe('How many are not shown, because you may not see them'),
          workflows: z.array(
            z.object({
              entityRef: z.string(),
              arn: z.string(),
              name: z.string(),
              owner: z.string().optional(),
              health: z
                .string()
                .describe('What became of the last run, derived by the portal'),
              tiles: z.array(z.string()),
              lastRunId: z.string().optional(),
              freshness: z
                .string()
                .optional()
                .describe('Whether the promise of the entity is kept'),
              collectedAt: z.string().optional().describe(COLLECTED_AT),
            }),
          ),
        }),
    },
    attributes: { readOnly: true, destructive: false, idempotent: true },
    action: async ({ input, credentials }) => {
      const { items, total, tiles, withheld } = await fleet.list(credentials, {
        ...input,
        sort: 'worst',
        offset: input.offset ?? 0,
        limit: input.limit ?? WORKFLOWS,
      });
      return {
        output: {
          counts: tiles,
          total,
          withheld,
          workflows: items.map(item => ({
            entityRef: item.entityRef,
            arn: item.arn,
            name: item.name,
            owner: item.owner,
            health: item.health,
            tiles: item.tiles,
            lastRunId: item.runs?.at(0)?.id,
            freshness: item.freshness?.state,
            collectedAt: item.collectedAt,
          })),
        },
      };
    },
  });
}
