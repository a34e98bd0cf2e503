import type { Grant } from './grants';

/** To follow the statements that a role itself sent to the Data API. */
const ownStatements: Grant = {
  actions: [
    'redshift-data:DescribeStatement',
    'redshift-data:GetStatementResult',
  ],
  resources: ['*'],
  conditions: {
    StringEquals: {
      // Not a token of the CDK: IAM itself puts in who asks.
      'redshift-data:statement-owner-iam-userid': '$' + '{aws:userid}',
    },
  },
  wildcardReason:
    'Statements have no ARN; the condition allows only those that the role sent.',
};

/** To send statements to a warehouse, by its ARN, and to follow them. */
export const sendStatements = (
  warehouseArn: string,
  ...more: string[]
): Grant[] => [
  {
    actions: ['redshift-data:ExecuteStatement', ...more],
    resources: [warehouseArn],
  },
  ownStatements,
];
