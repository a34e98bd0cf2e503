import { Service } from '../protocol/operation';
import { eventsService } from './events';
import { glueService } from './glue';
import { logsService } from './logs';
import { redshiftService } from './redshift';
import { redshiftDataService } from './redshift-data';
import { redshiftServerlessService } from './redshift-serverless';
import { secretsManagerService } from './secrets-manager';
import { stsService } from './sts';

/** Every service but S3, which speaks REST-XML and has its own front door. */
export const services: readonly Service[] = [
  eventsService,
  glueService,
  logsService,
  redshiftService,
  redshiftDataService,
  redshiftServerlessService,
  secretsManagerService,
  stsService,
];
