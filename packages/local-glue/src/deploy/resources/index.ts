import { bucket } from './bucket';
import { bucketNotifications } from './bucketNotifications';
import { eventsRule } from './eventsRule';
import { glueClassifier } from './glueClassifier';
import { glueConnection } from './glueConnection';
import { glueCrawler } from './glueCrawler';
import { glueDatabase } from './glueDatabase';
import { glueJob } from './glueJob';
import { glueSecurityConfiguration } from './glueSecurityConfiguration';
import { glueTable } from './glueTable';
import { glueTrigger } from './glueTrigger';
import { glueWorkflow } from './glueWorkflow';
import { jobFile } from './jobFile';
import { redshiftCluster } from './redshiftCluster';
import { redshiftServerlessNamespace } from './redshiftServerlessNamespace';
import { redshiftServerlessWorkgroup } from './redshiftServerlessWorkgroup';
import { ResourceHandler } from './ResourceHandler';
import { secret } from './secret';

const handlers: readonly ResourceHandler[] = [
  bucket,
  bucketNotifications,
  eventsRule,
  glueClassifier,
  glueConnection,
  glueCrawler,
  glueDatabase,
  glueJob,
  glueSecurityConfiguration,
  glueTable,
  glueTrigger,
  glueWorkflow,
  jobFile,
  redshiftCluster,
  redshiftServerlessNamespace,
  redshiftServerlessWorkgroup,
  secret,
];

const byType = new Map(handlers.map(handler => [handler.type, handler]));

/** Every type that is made on this machine. */
export const handledTypes: readonly string[] = [...byType.keys()];

/** The handler of a resource type; undefined for types without meaning on this machine. */
export function handlerOf(type: string): ResourceHandler | undefined {
  return byType.get(type);
}
