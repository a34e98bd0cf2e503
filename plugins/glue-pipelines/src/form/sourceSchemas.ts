import { FormSchema } from './fieldPlace';

/** What everybody fills in of a source; all else is found out or has a default. */
const MAIN = ['uri', 'name', 'format'];

/**
 * The two parts in which a source is filled in: what everybody does, and how
 * its files are written and read, with what its format adds.
 */
export function sourceSchemas(
  schema: FormSchema,
  format: unknown,
): { main: FormSchema; more: FormSchema } {
  const { properties = {}, dependencies = {}, required, ...rest } = schema;
  const { format: byFormat, ...otherChoices } = dependencies;
  const ofFormat = (byFormat?.oneOf ?? [])
    .filter(({ properties: { format: chooser } = {} }) =>
      chooser?.enum?.includes(format),
    )
    .map(({ properties: { format: _, ...added } = {} }) => added);
  const entries = Object.entries(properties);
  const part = (isMain: boolean) =>
    Object.fromEntries(
      entries.filter(([name]) => MAIN.includes(name) === isMain),
    );
  return {
    main: { ...rest, required, properties: part(true) },
    more: {
      ...rest,
      dependencies: otherChoices,
      properties: Object.assign({}, ...ofFormat, part(false)),
    },
  };
}

/** Whether a problem at a path of a source is among what is found out or has a default. */
export const isInMore = (key: string | number | undefined) =>
  key !== undefined && !MAIN.includes(String(key));
