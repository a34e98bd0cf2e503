import type { GlueContext } from './context';
import { glueArn, parseGlueArn, TaggedKind } from './arn';
import { entityNotFound, invalidInput } from './errors';
import { catalogName } from './store/CatalogStore';
import type { DefinitionStore } from './store/DefinitionStore';
import type { GlueStore } from './store/GlueStore';

/**
 * What can carry tags, of the resources that local-glue has: "AWS tags in AWS
 * Glue" (AWS Glue Developer Guide). Tables and partitions cannot.
 */
const KINDS: Readonly<
  Record<TaggedKind, (store: GlueStore) => DefinitionStore<{ Name: string }>>
> = {
  workflow: store => store.workflows,
  trigger: store => store.triggers,
  job: store => store.jobs,
  crawler: store => store.crawlers,
  connection: store => store.connections,
  database: store => store.databases,
};

/** Kinds that have ARNs, and no tags. */
const UNTAGGED_KINDS = ['table', 'userDefinedFunction', 'catalog'];

/** Per resource: "AWS tags in AWS Glue", AWS Glue Developer Guide. */
const MAX_TAGS = 50;

/**
 * Gives a new resource the tags of its creation.
 *
 * @throws AwsError InvalidInputException
 */
export function tagCreated(
  context: GlueContext,
  kind: TaggedKind,
  name: string,
  tags: Record<string, string> | undefined,
): void {
  addTags(context, glueArn(context, kind, name), tags ?? {});
}

/**
 * Inside a transaction.
 *
 * @param arn - as `taggedArn` returns it
 * @throws AwsError InvalidInputException
 */
export function addTags(
  context: GlueContext,
  arn: string,
  tags: Record<string, string>,
): void {
  refuseReserved(Object.keys(tags), 'key');
  refuseReserved(Object.values(tags), 'value');
  const store = context.store.tags;
  store.add(arn, tags);
  if (Object.keys(store.get(arn)).length > MAX_TAGS) {
    throw invalidInput(
      `${arn} would have more than ${MAX_TAGS} tags. Remove some first.`,
    );
  }
}

/**
 * "The tag key and the tag value must not contain the prefix aws. No
 * operations are allowed on such tags" ("AWS tags in AWS Glue", AWS Glue
 * Developer Guide). The prefix has a colon, and may be in any case ("Tag naming
 * limits and requirements", Tagging AWS Resources User Guide).
 *
 * @throws AwsError InvalidInputException
 */
export function refuseReserved(
  texts: readonly string[],
  what: 'key' | 'value',
): void {
  const reserved = texts.find(text => /^aws:/i.test(text));
  if (reserved !== undefined) {
    throw invalidInput(
      `The tag ${what} ${reserved} is not valid: the prefix aws: is reserved for AWS. Choose another ${what}.`,
    );
  }
}

/** To be called when a resource is deleted. */
export function untagDeleted(
  context: GlueContext,
  kind: TaggedKind,
  name: string,
): void {
  context.store.tags.clear(glueArn(context, kind, name));
}

/** Whether a resource has all tags of a List operation's filter. */
export function hasTags(
  context: GlueContext,
  kind: TaggedKind,
  name: string,
  wanted: Record<string, string> | undefined,
): boolean {
  if (!wanted || Object.keys(wanted).length === 0) return true;
  const tags = context.store.tags.get(glueArn(context, kind, name));
  return Object.entries(wanted).every(([key, value]) => tags[key] === value);
}

/**
 * Names of resources that have all tags of a List operation's filter, for
 * `page`: in the order of names, up to `limit` of those after `after`.
 */
export function namesWithTags(
  context: GlueContext,
  kind: TaggedKind,
  wanted: Record<string, string> | undefined,
): (after: string | number | undefined, limit: number) => string[] {
  const definitions = KINDS[kind](context.store);
  return (after, limit) =>
    wanted && Object.keys(wanted).length > 0
      ? definitions
          .names(after, -1)
          .filter(name => hasTags(context, kind, name, wanted))
          .slice(0, limit)
      : definitions.names(after, limit);
}

/**
 * The ARN of an existing resource, as its tags are stored under.
 *
 * @throws AwsError EntityNotFoundException, or InvalidInputException when its
 *   kind has no tags (which of Glue's errors that is, is not documented)
 */
export function taggedArn(context: GlueContext, arn: string): string {
  const resource = parseGlueArn(context, arn);
  if (resource && UNTAGGED_KINDS.includes(resource.kind)) {
    throw invalidInput(
      `${arn} cannot have tags. Resources that can are ${Object.keys(
        KINDS,
      ).join(', ')}.`,
    );
  }
  if (!resource || !isTaggedKind(resource.kind)) {
    throw entityNotFound('Resource', arn);
  }
  const { kind, path } = resource;
  const name = kind === 'database' ? catalogName(path) : path;
  if (!KINDS[kind](context.store).get(name)) {
    throw entityNotFound('Resource', arn);
  }
  return glueArn(context, kind, name);
}

function isTaggedKind(kind: string): kind is TaggedKind {
  return Object.hasOwn(KINDS, kind);
}
