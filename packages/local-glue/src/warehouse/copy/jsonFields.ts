import { text } from 'node:stream/consumers';
import type { BucketStore } from '../../buckets/BucketStore';
import { s3Location } from '../../buckets/s3Location';
import { ColumnDefinition } from '../catalog/TableDefinition';
import { CopyCommand } from '../sql/parseCopy';
import {
  follow,
  JsonNode,
  parseJsonPath,
  readJsonText,
  textOf,
} from './jsonText';
import { RowError } from './LoadError';

/**
 * How the fields of a row are taken from a JSON value: by the columns' names
 * or by the paths of a jsonpaths file (Amazon Redshift Database Developer
 * Guide, "COPY from JSON format"). Throws Error for a jsonpaths file that is
 * none or has another number of paths than there are columns.
 */
export async function jsonFields(
  command: CopyCommand,
  columns: readonly ColumnDefinition[],
  buckets: BucketStore,
): Promise<(record: string) => (string | null)[]> {
  const { json } = command;
  if (json === 'noshred') {
    if (columns.length !== 1 || columns[0].type !== 'JSON') {
      throw new Error("JSON 'noshred' loads one column, which is SUPER");
    }
    return record => [read(record).raw];
  }
  if (json.startsWith('s3://')) {
    const paths = await readPaths(json, buckets);
    if (paths.length !== columns.length) {
      throw new Error(
        `Number of jsonpaths and the number of columns should match. JSONPath size: ${paths.length}, Number of columns in table or column list: ${columns.length}`,
      );
    }
    return record => {
      const node = read(record);
      return paths.map(steps => textOf(follow(node, steps)));
    };
  }
  const ignoresCase = json === 'auto ignorecase';
  return record => {
    const node = read(record);
    if (node.kind !== 'object') {
      throw new RowError(
        1216,
        "JSON 'auto' takes objects, one behind the other, and no array around them",
      );
    }
    const members = ignoresCase
      ? new Map(
          [...node.members].map(([name, value]) => [name.toLowerCase(), value]),
        )
      : node.members;
    return columns.map(({ name }) => textOf(members.get(name)));
  };
}

function read(record: string): JsonNode {
  try {
    return readJsonText(record);
  } catch (error) {
    throw new RowError(1216, (error as Error).message);
  }
}

async function readPaths(
  uri: string,
  buckets: BucketStore,
): Promise<(string | number)[][]> {
  const { bucket, key } = s3Location(uri);
  let paths: unknown;
  try {
    const { stream } = await buckets.get(bucket, key);
    paths = (JSON.parse(await text(stream)) as { jsonpaths?: unknown })
      .jsonpaths;
  } catch (error) {
    throw new Error(
      `The jsonpaths file ${uri} cannot be read: ${(error as Error).message}`,
    );
  }
  if (!Array.isArray(paths) || !paths.every(path => typeof path === 'string')) {
    throw new Error(
      `${uri} is not a jsonpaths file: {"jsonpaths": ["$['a']", "$.b[0]"]}`,
    );
  }
  return paths.map(parseJsonPath);
}
