import { Service } from '../../protocol/operation';
import { createSecret } from './operations/createSecret';
import { deleteSecret } from './operations/deleteSecret';
import { describeSecret } from './operations/describeSecret';
import { getSecretValue } from './operations/getSecretValue';
import { listSecrets } from './operations/listSecrets';
import { putSecretValue } from './operations/putSecretValue';
import { updateSecret } from './operations/updateSecret';

export const secretsManagerService: Service = {
  id: 'secretsmanager',
  protocol: 'aws-json-1.1',
  targetPrefix: 'secretsmanager',
  operations: [
    createSecret,
    deleteSecret,
    describeSecret,
    getSecretValue,
    listSecrets,
    putSecretValue,
    updateSecret,
  ],
};
