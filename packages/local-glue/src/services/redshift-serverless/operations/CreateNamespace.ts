import { randomUUID } from 'node:crypto';
import { AwsError } from '../../../base/AwsError';
import { serverlessOperation } from '../operation';
import { checkMembers } from '../../../protocol/checkMembers';
import {
  checkServerlessName,
  Namespace,
  namespaceOutput,
  namespaceWarehouse,
} from '../Namespace';

export interface NamespaceInput {
  namespaceName: string;
  adminUsername?: string;
  dbName?: string;
  defaultIamRoleArn?: string;
  iamRoles?: string[];
  kmsKeyId?: string;
  logExports?: string[];
}

/** Also makes the namespace's warehouse, with its first database. */
export const CreateNamespace = serverlessOperation<NamespaceInput>({
  name: 'CreateNamespace',
  async handle(input, context) {
    checkMembers(
      { ...input },
      {
        namespaceName: 'string!',
        adminUsername: 'string',
        dbName: 'string',
        defaultIamRoleArn: 'string',
        iamRoles: 'list',
        kmsKeyId: 'string',
        logExports: 'list',
      },
    );
    const { namespaceName, dbName = 'dev' } = input;
    checkServerlessName('namespaceName', namespaceName);
    if (context.namespaces.get(namespaceName)) {
      throw new AwsError(
        'ConflictException',
        `The namespace "${namespaceName}" exists already.`,
      );
    }
    const namespaceId = randomUUID();
    const namespace: Namespace = {
      namespaceArn: `arn:aws:redshift-serverless:${context.region}:${context.accountId}:namespace/${namespaceId}`,
      namespaceId,
      namespaceName,
      adminUsername: input.adminUsername ?? 'admin',
      dbName,
      defaultIamRoleArn: input.defaultIamRoleArn,
      iamRoles: input.iamRoles ?? [],
      kmsKeyId: input.kmsKeyId ?? 'AWS_OWNED_KMS_KEY',
      logExports: input.logExports ?? [],
      status: 'AVAILABLE',
      createdAt: Date.now(),
    };
    try {
      await context.warehouses.create(namespaceWarehouse(namespace));
    } catch (error) {
      throw new AwsError(
        'ValidationException',
        `The member dbName: ${(error as Error).message}`,
      );
    }
    context.namespaces.put(namespaceName, namespace);
    return { namespace: namespaceOutput(namespace) };
  },
});
