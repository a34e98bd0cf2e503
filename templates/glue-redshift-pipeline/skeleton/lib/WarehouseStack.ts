import {
  CfnOutput,
  Fn,
  RemovalPolicy,
  Stack,
  type StackProps,
  Validations,
} from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as redshift from 'aws-cdk-lib/aws-redshiftserverless';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { namesOf } from './names';
import type { Pipeline } from './pipeline';

const ADMIN = 'pipeline_admin';
const PORT = 5439;

/**
 * Redshift Serverless wants three subnets in three Availability Zones (Amazon
 * Redshift Management Guide, "Considerations when using Amazon Redshift
 * Serverless").
 */
const ZONES = 3;

export interface WarehouseStackProps extends StackProps {
  pipeline: Pipeline;
  /** Keep namespace, workgroup and secret when the stack is destroyed. */
  retain: boolean;
}

/** The network, the Redshift Serverless warehouse in it, and Glue's connection to it. */
export class WarehouseStack extends Stack {
  readonly connection: glue.Connection;
  readonly secret: secretsmanager.Secret;
  readonly securityGroup: ec2.SecurityGroup;
  readonly subnet: ec2.ISubnet;
  /** What Redshift assumes to read what a job wrote for COPY. */
  readonly copyRole: iam.Role;

  constructor(scope: Construct, id: string, props: WarehouseStackProps) {
    super(scope, id, {
      description: `Warehouse of the pipeline ${props.pipeline.name}`,
      ...props,
    });
    const { pipeline } = props;
    const names = namesOf(pipeline);
    const removalPolicy = props.retain
      ? RemovalPolicy.RETAIN
      : RemovalPolicy.DESTROY;

    const vpc = this.createVpc();
    const subnets = vpc.isolatedSubnets;
    this.subnet = subnets[0]!;
    this.securityGroup = this.createSecurityGroup(vpc);
    this.createEndpoints(vpc);

    this.secret = new secretsmanager.Secret(this, 'AdminSecret', {
      description: `Administrator of the Redshift namespace ${names.namespace}`,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: ADMIN }),
        generateStringKey: 'password',
        passwordLength: 32,
        // Redshift refuses quotes, slashes, @ and spaces in passwords.
        excludePunctuation: true,
      },
      removalPolicy,
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'The namespace takes the password when it is deployed; a rotation would need a function in this network. Change the secret and deploy to rotate.',
    });

    this.copyRole = new iam.Role(this, 'CopyRole', {
      assumedBy: new iam.ServicePrincipal('redshift.amazonaws.com'),
      description: 'Lets Redshift read the temporary files of the load job',
    });

    const namespace = new redshift.CfnNamespace(this, 'Namespace', {
      namespaceName: names.namespace,
      dbName: pipeline.warehouse.database,
      adminUsername: ADMIN,
      // A reference that CloudFormation resolves; the template never holds the password.
      adminUserPassword: this.secret
        .secretValueFromJson('password')
        .unsafeUnwrap(),
      iamRoles: [this.copyRole.roleArn],
      logExports: ['connectionlog', 'userlog'],
    });
    const workgroup = new redshift.CfnWorkgroup(this, 'Workgroup', {
      workgroupName: names.workgroup,
      namespaceName: namespace.ref,
      // The smallest, in Redshift processing units; it costs nothing while idle.
      baseCapacity: 8,
      port: PORT,
      publiclyAccessible: false,
      enhancedVpcRouting: true,
      subnetIds: subnets.map(({ subnetId }) => subnetId),
      securityGroupIds: [this.securityGroup.securityGroupId],
      configParameters: [
        { parameterKey: 'require_ssl', parameterValue: 'true' },
      ],
    });
    namespace.applyRemovalPolicy(removalPolicy);
    workgroup.applyRemovalPolicy(removalPolicy);

    this.connection = new glue.Connection(this, 'Connection', {
      connectionName: names.connection,
      description: `Redshift table ${pipeline.warehouse.schema}.${pipeline.warehouse.table}`,
      type: glue.ConnectionType.JDBC,
      secret: this.secret,
      network: glue.ConnectionNetwork.subnet(this.subnet),
      securityGroups: [this.securityGroup],
      properties: {
        JDBC_CONNECTION_URL: `jdbc:redshift://${workgroup.attrWorkgroupEndpointAddress}:${PORT}/${pipeline.warehouse.database}`,
        JDBC_ENFORCE_SSL: 'true',
      },
    });

    new CfnOutput(this, 'WorkgroupArn', {
      value: workgroup.attrWorkgroupWorkgroupArn,
    });
    new CfnOutput(this, 'Table', {
      value: [
        pipeline.warehouse.database,
        pipeline.warehouse.schema,
        pipeline.warehouse.table,
      ].join('.'),
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

  /**
   * One group for Redshift, Glue's network interfaces and the endpoints. Glue
   * demands that it lets all TCP traffic in from itself (AWS Glue Developer
   * Guide, "Setting up a VPC to connect to JDBC data stores").
   */
  private createSecurityGroup(vpc: ec2.Vpc): ec2.SecurityGroup {
    const group = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Redshift, and the Glue job that loads it',
      allowAllOutbound: false,
    });
    group.connections.allowInternally(
      ec2.Port.allTcp(),
      'Glue job, Redshift and endpoints among themselves',
    );
    group.addEgressRule(
      ec2.Peer.anyIpv4(),
      ec2.Port.tcp(443),
      'S3 through its endpoint: the subnets have no other route',
    );
    return group;
  }

  /**
   * What the load job calls from inside the network: S3 for script, data and
   * COPY (a gateway, which is free), the catalog and the connection (Glue), the
   * password (Secrets Manager), its logs and its metrics. The interface
   * endpoints stand in the one subnet that the job uses.
   */
  private createEndpoints(vpc: ec2.Vpc) {
    vpc.addGatewayEndpoint('S3Endpoint', {
      service: ec2.GatewayVpcEndpointAwsService.S3,
    });
    const services = {
      GlueEndpoint: ec2.InterfaceVpcEndpointAwsService.GLUE,
      SecretsManagerEndpoint:
        ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
      LogsEndpoint: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
      MetricsEndpoint: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_MONITORING,
    };
    for (const [id, service] of Object.entries(services)) {
      vpc.addInterfaceEndpoint(id, {
        service,
        subnets: { subnets: [this.subnet] },
        securityGroups: [this.securityGroup],
        open: false,
      });
    }
  }
}
