import {
  CfnOutput,
  Fn,
  RemovalPolicy,
  Stack,
  type StackProps,
} from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as redshift from 'aws-cdk-lib/aws-redshiftserverless';
import type { Construct } from 'constructs';
import { DatabaseUser } from './DatabaseUser';
import { namesOf } from './names';
import type { Pipeline } from './pipeline';

const PORT = 5439;
const ADMINISTRATOR = 'administrator';

/**
 * How much the warehouse may grow for a query, in Redshift processing units.
 * Without a bound it takes what the account allows, and costs as much.
 */
const CAPACITY = { base: 8, max: 32 };

/**
 * Redshift Serverless wants three subnets in three Availability Zones (Amazon
 * Redshift Management Guide, "Considerations when using Amazon Redshift
 * Serverless").
 */
const ZONES = 3;

export interface WarehouseStackProps extends StackProps {
  pipeline: Pipeline;
  /** What becomes of the namespace, which holds the data, with the stack. */
  removalPolicy: RemovalPolicy;
}

/** The network, the Redshift Serverless warehouse in it, and who may load it. */
export class WarehouseStack extends Stack {
  readonly workgroupArn: string;
  /** What Redshift assumes to read what a job wrote for COPY. */
  readonly copyRole: iam.Role;
  /** The role of the load job: by its name it is a user of the database. */
  readonly loadRole: iam.Role;

  constructor(scope: Construct, id: string, props: WarehouseStackProps) {
    super(scope, id, {
      description: `Warehouse of the pipeline ${props.pipeline.name}`,
      ...props,
    });
    const { pipeline, removalPolicy } = props;
    const { warehouse } = pipeline;
    const names = namesOf(pipeline);

    const vpc = this.createVpc();
    const securityGroup = this.createSecurityGroup(vpc);
    // The one way out of the network: COPY reads S3, and a gateway is free.
    vpc.addGatewayEndpoint('S3Endpoint', {
      service: ec2.GatewayVpcEndpointAwsService.S3,
    });

    this.copyRole = new iam.Role(this, 'CopyRole', {
      assumedBy: new iam.ServicePrincipal('redshift.amazonaws.com'),
      description: 'Lets Redshift read what transform wrote',
    });
    this.loadRole = new iam.Role(this, 'LoadRole', {
      assumedBy: new iam.ServicePrincipal('glue.amazonaws.com'),
      description: 'Job load',
    });

    const namespace = new redshift.CfnNamespace(this, 'Namespace', {
      namespaceName: names.namespace,
      // Redshift makes the administrator's password, keeps it in a secret of
      // its own and rotates it; nothing here ever knows it.
      adminUsername: ADMINISTRATOR,
      manageAdminPassword: true,
      iamRoles: [this.copyRole.roleArn],
      logExports: ['connectionlog', 'userlog', 'useractivitylog'],
    });
    // The data are the namespace's. A workgroup is compute, and would keep its
    // network from going.
    namespace.applyRemovalPolicy(removalPolicy);
    const workgroup = new redshift.CfnWorkgroup(this, 'Workgroup', {
      workgroupName: names.workgroup,
      namespaceName: namespace.ref,
      // The least that there is; it costs nothing while idle.
      baseCapacity: CAPACITY.base,
      maxCapacity: CAPACITY.max,
      port: PORT,
      publiclyAccessible: false,
      enhancedVpcRouting: true,
      subnetIds: vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
      securityGroupIds: [securityGroup.securityGroupId],
      configParameters: [
        { parameterKey: 'require_ssl', parameterValue: 'true' },
        {
          parameterKey: 'enable_user_activity_logging',
          parameterValue: 'true',
        },
      ],
    });
    this.workgroupArn = workgroup.attrWorkgroupWorkgroupArn;

    new DatabaseUser(this, 'LoadUser', {
      workgroup,
      namespaceName: names.namespace,
      administrator: ADMINISTRATOR,
      role: this.loadRole,
      database: warehouse.database,
      schema: warehouse.schema,
    });

    new CfnOutput(this, 'WorkgroupArn', { value: this.workgroupArn });
    new CfnOutput(this, 'Table', {
      value: [warehouse.database, warehouse.schema, warehouse.table].join('.'),
    });
  }

  /** Subnets without a route to the internet, and a record of what flows in them. */
  private createVpc(): ec2.Vpc {
    const vpc = new ec2.Vpc(this, 'Vpc', {
      // Chosen here, because a stack that is tied to no account knows only two zones.
      availabilityZones: Array.from({ length: ZONES }, (_, index) =>
        Fn.select(index, Fn.getAzs()),
      ),
      natGateways: 0,
      subnetConfiguration: [
        {
          name: 'Warehouse',
          subnetType: ec2.SubnetType.PRIVATE_ISOLATED,
          cidrMask: 24,
        },
      ],
    });
    const flowLogs = new logs.LogGroup(this, 'FlowLogs', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    vpc.addFlowLog('FlowLog', {
      destination: ec2.FlowLogDestination.toCloudWatchLogs(flowLogs),
      trafficType: ec2.FlowLogTrafficType.REJECT,
    });
    return vpc;
  }

  /** Nobody connects to the warehouse from the network: the Data API does not need it. */
  private createSecurityGroup(vpc: ec2.Vpc): ec2.SecurityGroup {
    const group = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Redshift',
      allowAllOutbound: false,
    });
    group.addEgressRule(
      ec2.Peer.anyIpv4(),
      ec2.Port.tcp(443),
      'S3 through its endpoint: the subnets have no other route',
    );
    return group;
  }
}
