import type { Config } from '@backstage/config';

/** A part of a form: a schema, or one of its keywords. */
type Part = { [keyword: string]: Part } & { enum?: string[] };

/**
 * Where a pipeline can be published by what the portal is configured with: on
 * this machine where there is a local AWS endpoint, on a host where there is an
 * integration with it.
 */
export function publishTargets(config: Config): string[] {
  return [
    ...(config.has('gluePipelines.aws.endpoint') ? ['local'] : []),
    ...['github', 'gitlab'].filter(host => config.has(`integrations.${host}`)),
  ];
}

/** The form's choice `publishTo` with only these targets. */
function withTargets(field: Part, targets: readonly string[]): Part {
  const values = (field.enum ?? []) as string[];
  const kept = values.filter(value => targets.includes(value));
  const names = (field.enumNames ?? []) as unknown as string[];
  return {
    ...field,
    enum: kept,
    enumNames: kept.map(value => names[values.indexOf(value)]),
    default: kept[0],
  } as unknown as Part;
}

const chosenOf = (branch: Part) => branch.properties?.publishTo?.enum ?? [];

/**
 * The pages of the form with only the targets that can be chosen. Pages
 * without the choice, and forms of which no target would be left, stay as they
 * are: then the step that publishes says what is missing.
 */
export function offerPublishTargets(
  pages: readonly Part[],
  targets: readonly string[],
): Part[] {
  return pages.map(page => {
    const field = page.properties?.publishTo;
    const branches = page.dependencies?.publishTo?.oneOf as unknown as
      Part[] | undefined;
    if (!field || !field.enum?.some(value => targets.includes(value))) {
      return page;
    }
    return {
      ...page,
      properties: {
        ...page.properties,
        publishTo: withTargets(field, targets),
      },
      ...(branches && {
        dependencies: {
          ...page.dependencies,
          publishTo: {
            oneOf: branches.filter(branch =>
              chosenOf(branch).some(value => targets.includes(value)),
            ),
          },
        },
      }),
    } as unknown as Part;
  });
}

const CONDITION = /^\$\{\{ parameters\.publishTo (===|!==) '([a-z]+)' \}\}$/;

/**
 * The steps without those that are left out wherever the portal can publish:
 * the page of a task lists what is skipped, too. Of a portal that can publish
 * nowhere all stay, as in the form.
 */
export function stepsOfTargets<Step extends { if?: unknown }>(
  steps: readonly Step[],
  targets: readonly string[],
): Step[] {
  return steps.filter(step => {
    const [, operator, target] = CONDITION.exec(String(step.if ?? '')) ?? [];
    return (
      target === undefined ||
      targets.length === 0 ||
      targets.some(possible => (possible === target) === (operator === '==='))
    );
  });
}
