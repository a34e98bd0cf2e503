import type { ServerContext } from '../../server/context';
import { glueArn, parseGlueArn, TaggedKind } from './arn';
import { entityNotFound } from './errors';
import { catalogName } from './store/CatalogStore';
import { glueStore, GlueStore } from './store/GlueStore';

/** Gives a new resource the tags of its creation. */
export function tagCreated(
  context: ServerContext,
  kind: TaggedKind,
  name: string,
  tags: Record<string, string> | undefined,
): void {
  glueStore(context).tags.add(glueArn(context, kind, name), tags);
}

/** To be called when a resource is deleted. */
export function untagDeleted(
  context: ServerContext,
  kind: TaggedKind,
  name: string,
): void {
  glueStore(context).tags.clear(glueArn(context, kind, name));
}

/** Whether a resource has all tags of a List operation's filter. */
export function hasTags(
  context: ServerContext,
  kind: TaggedKind,
  name: string,
  wanted: Record<string, string> | undefined,
): boolean {
  if (!wanted || Object.keys(wanted).length === 0) return true;
  const tags = glueStore(context).tags.get(glueArn(context, kind, name));
  return Object.entries(wanted).every(([key, value]) => tags[key] === value);
}

/**
 * The ARN of an existing resource, as its tags are stored under.
 *
 * @throws AwsError EntityNotFoundException
 */
export function taggedArn(context: ServerContext, arn: string): string {
  const resource = parseGlueArn(context, arn);
  const kind = resource && KINDS[resource.kind as TaggedKind];
  if (!kind) throw entityNotFound('Resource', arn);
  const path = kind.isCatalog ? catalogName(resource.path) : resource.path;
  if (!kind.exists(glueStore(context), path)) {
    throw entityNotFound('Resource', arn);
  }
  return glueArn(context, resource.kind as TaggedKind, path);
}

const KINDS: Record<
  TaggedKind,
  { isCatalog?: boolean; exists(store: GlueStore, path: string): boolean }
> = {
  workflow: { exists: (store, name) => has(store.workflows, name) },
  trigger: { exists: (store, name) => has(store.triggers, name) },
  job: { exists: (store, name) => has(store.jobs, name) },
  crawler: { exists: (store, name) => has(store.crawlers, name) },
  connection: { exists: (store, name) => has(store.connections, name) },
  database: {
    isCatalog: true,
    exists: (store, name) => has(store.databases, name),
  },
  table: {
    isCatalog: true,
    exists(store, path) {
      const [databaseName, name] = path.split('/');
      return store.catalog.table(databaseName, name ?? '') !== undefined;
    },
  },
};

function has(
  definitions: { get(name: string): unknown },
  name: string,
): boolean {
  return definitions.get(name) !== undefined;
}
