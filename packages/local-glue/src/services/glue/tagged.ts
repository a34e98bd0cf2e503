import type { ServerContext } from '../../server/context';
import { glueArn, parseGlueArn, TaggedKind } from './arn';
import { entityNotFound } from './errors';
import { catalogName } from './store/CatalogStore';
import { glueStore, GlueStore } from './store/GlueStore';

interface Kind {
  name: TaggedKind;
  isCatalog?: boolean;
  exists(store: GlueStore, path: string): boolean;
}

const has = (definitions: { get(name: string): unknown }, name: string) =>
  definitions.get(name) !== undefined;

const KINDS = new Map<string, Kind>(
  (
    [
      { name: 'workflow', exists: (store, name) => has(store.workflows, name) },
      { name: 'trigger', exists: (store, name) => has(store.triggers, name) },
      { name: 'job', exists: (store, name) => has(store.jobs, name) },
      { name: 'crawler', exists: (store, name) => has(store.crawlers, name) },
      {
        name: 'connection',
        exists: (store, name) => has(store.connections, name),
      },
      {
        name: 'database',
        isCatalog: true,
        exists: (store, name) => has(store.databases, name),
      },
      {
        name: 'table',
        isCatalog: true,
        exists(store, path) {
          const [databaseName, name] = path.split('/');
          return store.catalog.table(databaseName, name ?? '') !== undefined;
        },
      },
    ] satisfies Kind[]
  ).map((kind: Kind) => [kind.name, kind]),
);

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
  const kind = resource && KINDS.get(resource.kind);
  if (!kind) throw entityNotFound('Resource', arn);
  const path = kind.isCatalog ? catalogName(resource.path) : resource.path;
  if (!kind.exists(glueStore(context), path)) {
    throw entityNotFound('Resource', arn);
  }
  return glueArn(context, kind.name, path);
}
