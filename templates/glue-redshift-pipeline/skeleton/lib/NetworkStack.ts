import { Fn, Stack } from 'aws-cdk-lib';

/**
 * Redshift Serverless wants three subnets in three Availability Zones (Amazon
 * Redshift Management Guide, "Considerations when using Amazon Redshift
 * Serverless").
 */
const ZONES = 3;

/**
 * A stack that may have a network. Its zones are left to CloudFormation: the CDK
 * asks AWS for those of an account, also where it only synthesizes, and knows
 * but two of a stack that belongs to none.
 */
export abstract class NetworkStack extends Stack {
  override get availabilityZones(): string[] {
    return Array.from({ length: ZONES }, (_, index) =>
      Fn.select(index, Fn.getAzs()),
    );
  }
}
