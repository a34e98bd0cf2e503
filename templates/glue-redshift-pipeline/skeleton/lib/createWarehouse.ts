import { RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as redshift from 'aws-cdk-lib/aws-redshiftserverless';
import type { Construct } from 'constructs';
import { DatabaseUsers } from './DatabaseUsers';
import { serviceOf } from './serviceOf';

const PORT = 5439;
const ADMINISTRATOR = 'administrator';

/**
 * CloudFormation replaces a namespace whose tags change, and cannot, since it
 * has a name of its own.
 */
export const UNTAGGED = ['AWS::RedshiftServerless::Namespace'];

/** Ids of subnets and security groups. */
export interface Network {
  subnets: string[];
  securityGroups: string[];
}

export interface NewWarehouseProps {
  /** Of the namespace and the workgroup. */
  name: string;
  /** In Redshift processing units. Without a bound it takes what the account allows. */
  capacity: { base: number; max: number };
  /** A network that there is; a new one otherwise. */
  network?: Network | undefined;
  /** What becomes of the namespace, which holds the data, with the stack. */
  removalPolicy: RemovalPolicy;
}

/** A warehouse of Redshift Serverless that a stack makes. */
export interface NewWarehouse {
  workgroup: redshift.CfnWorkgroup;
  /** What Redshift assumes to read S3. */
  copyRole: iam.Role;
  users: DatabaseUsers;
}

/** Makes the network, in a `NetworkStack`, unless there is one; the warehouse in it; and who makes its users. */
export function createWarehouse(
  scope: Construct,
  { name, capacity, network, removalPolicy }: NewWarehouseProps,
): NewWarehouse {
  const { subnets, securityGroups } = network ?? createNetwork(scope);
  const copyRole = new iam.Role(scope, 'CopyRole', {
    assumedBy: new iam.ServicePrincipal('redshift.amazonaws.com'),
    description: 'Lets Redshift read what transform wrote',
  });
  const namespace = new redshift.CfnNamespace(scope, 'Namespace', {
    namespaceName: name,
    // Redshift makes the administrator's password, keeps it in a secret of
    // its own and rotates it; nothing here ever knows it.
    adminUsername: ADMINISTRATOR,
    manageAdminPassword: true,
    iamRoles: [copyRole.roleArn],
    logExports: ['connectionlog', 'userlog', 'useractivitylog'],
  });
  // The data are the namespace's. A workgroup is compute, and would keep its
  // network from going.
  namespace.applyRemovalPolicy(removalPolicy);
  const workgroup = new redshift.CfnWorkgroup(scope, 'Workgroup', {
    workgroupName: name,
    namespaceName: namespace.ref,
    baseCapacity: capacity.base,
    maxCapacity: capacity.max,
    port: PORT,
    publiclyAccessible: false,
    enhancedVpcRouting: true,
    subnetIds: subnets,
    securityGroupIds: securityGroups,
    configParameters: [
      { parameterKey: 'require_ssl', parameterValue: 'true' },
      { parameterKey: 'enable_user_activity_logging', parameterValue: 'true' },
    ],
  });
  const users = new DatabaseUsers(scope, 'LoadUser', {
    warehouseArn: workgroup.attrWorkgroupWorkgroupArn,
    workgroup: name,
    namespace: name,
    administrator: ADMINISTRATOR,
  });
  return { workgroup, copyRole, users };
}

/** Subnets without a route to the internet, and a record of what flows in them. */
function createNetwork(scope: Construct): Network {
  const vpc = new ec2.Vpc(scope, 'Vpc', {
    natGateways: 0,
    subnetConfiguration: [
      {
        name: 'Warehouse',
        subnetType: ec2.SubnetType.PRIVATE_ISOLATED,
        cidrMask: 24,
      },
    ],
  });
  const flowLogs = new logs.LogGroup(scope, 'FlowLogs', {
    retention: logs.RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  vpc.addFlowLog('FlowLog', {
    destination: ec2.FlowLogDestination.toCloudWatchLogs(
      flowLogs,
      new iam.Role(scope, 'FlowLogRole', {
        assumedBy: serviceOf(scope, 'vpc-flow-logs', {
          service: 'ec2',
          resource: 'vpc-flow-log',
        }),
        description: 'Writes what flows in the network',
      }),
    ),
    trafficType: ec2.FlowLogTrafficType.REJECT,
  });
  // Nobody connects to the warehouse from the network: the Data API does not need it.
  const group = new ec2.SecurityGroup(scope, 'SecurityGroup', {
    vpc,
    description: 'Redshift',
    allowAllOutbound: false,
  });
  group.addEgressRule(
    ec2.Peer.anyIpv4(),
    ec2.Port.tcp(443),
    'S3 through its endpoint: the subnets have no other route',
  );
  // The one way out of the network: COPY reads S3, and a gateway is free.
  vpc.addGatewayEndpoint('S3Endpoint', {
    service: ec2.GatewayVpcEndpointAwsService.S3,
  });
  return {
    subnets: vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
    securityGroups: [group.securityGroupId],
  };
}
