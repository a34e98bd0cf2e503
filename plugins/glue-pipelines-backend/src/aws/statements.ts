import { Field } from '@aws-sdk/client-redshift-data';
import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  qualifiedName,
  WarehouseTableRef,
} from '@glue-pipelines/backstage-plugin-common';
import { causedBy } from './awsErrors';

const DENIED = /permission denied|must be owner|not authorized/i;
const MISSING = /does not exist/i;
/** What a warehouse says that is not up yet, or goes down. */
const NOT_UP =
  /^FATAL|could not connect|connection (refused|reset|closed|terminated|timed out)|not (currently )?available|is (starting|resuming|paused|shutting down)/i;

/** What a statement says that has failed, as an error whose message is for a person; Redshift's own words are its cause. */
export function statementError(words: string, table: WarehouseTableRef): Error {
  return causedBy(explain(words, table), new Error(words));
}

function explain(words: string, table: WarehouseTableRef): Error {
  const { kind, warehouse, schema } = table;
  const name = qualifiedName(table);
  if (DENIED.test(words)) {
    return new NotAllowedError(
      `The portal's database user may not read this of ${name} in ${kind} '${warehouse}'. Grant it USAGE on the schema ${schema} and SELECT on the table`,
    );
  }
  if (NOT_UP.test(words)) {
    return notUp(table);
  }
  if (MISSING.test(words)) {
    return new NotFoundError(
      `${kind} '${warehouse}' does not have what was asked of ${name}. Check the tag of the workflow, and that the table was loaded`,
    );
  }
  return new ServiceUnavailableError(
    `${kind} '${warehouse}' could not answer about ${name}. The portal's log says why`,
  );
}

/** The warehouse does not answer queries now, and will. */
export function notUp({ kind, warehouse }: WarehouseTableRef): Error {
  return new ServiceUnavailableError(
    `The ${kind} '${warehouse}' is still starting or resuming: try again in a minute`,
  );
}

export function noAnswerInTime(
  { kind, warehouse }: WarehouseTableRef,
  limitMs: number,
  error: unknown,
): Error {
  return causedBy(
    new ServiceUnavailableError(
      `The ${kind} '${warehouse}' did not answer within ${limitMs / 1000} seconds: it is busy, or still starting or resuming. Try again in a minute`,
    ),
    error,
  );
}

/** A value as text; blobs in base64. */
export function valueText(field: Field): string | null {
  if (field.isNull) {
    return null;
  }
  if (field.blobValue) {
    return Buffer.from(field.blobValue).toString('base64');
  }
  const value =
    field.stringValue ??
    field.longValue ??
    field.doubleValue ??
    field.booleanValue;
  return value === undefined ? null : String(value);
}
