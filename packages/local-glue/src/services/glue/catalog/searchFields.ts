import type { StoredTable } from '../store/definitions';

/** Members of a table that a search can compare and sort by, as text. */
const TEXTS: Readonly<
  Record<string, (table: StoredTable) => string | undefined>
> = {
  Name: table => table.Name,
  DatabaseName: table => table.DatabaseName,
  Description: table => table.Description,
  Owner: table => table.Owner,
  TableType: table => table.TableType,
  Location: table => table.StorageDescriptor?.Location,
};

/** Those that are times. */
const TIMES: Readonly<
  Record<string, (table: StoredTable) => Date | undefined>
> = {
  CreateTime: table => table.CreateTime,
  UpdateTime: table => table.UpdateTime,
  LastAccessTime: table => table.LastAccessTime,
  LastAnalyzedTime: table => table.LastAnalyzedTime,
};

/** For messages. */
export const FIELD_NAMES = [...Object.keys(TEXTS), ...Object.keys(TIMES)].join(
  ', ',
);

export const textField = (name: string) =>
  Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;

export const timeField = (name: string) =>
  Object.hasOwn(TIMES, name) ? TIMES[name] : undefined;

/** Everything in a table's definition that a text can be found in. */
export function searchedTexts(table: StoredTable): string[] {
  const columns = [
    ...(table.StorageDescriptor?.Columns ?? []),
    ...(table.PartitionKeys ?? []),
  ];
  return [
    ...Object.values(TEXTS).map(read => read(table)),
    ...columns.flatMap(({ Name, Comment }) => [Name, Comment]),
    ...Object.entries(table.Parameters ?? {}).flat(),
  ].filter(text => text !== undefined);
}
