import { Service } from '../../protocol/operation';
import { checkedOperation } from '../../protocol/checkedOperation';
import { inputs } from './inputs';
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
    checkedOperation(createSecret, inputs.CreateSecret),
    checkedOperation(deleteSecret, inputs.DeleteSecret),
    checkedOperation(describeSecret, inputs.DescribeSecret),
    checkedOperation(getSecretValue, inputs.GetSecretValue),
    checkedOperation(listSecrets, inputs.ListSecrets),
    checkedOperation(putSecretValue, inputs.PutSecretValue),
    checkedOperation(updateSecret, inputs.UpdateSecret),
  ],
};
