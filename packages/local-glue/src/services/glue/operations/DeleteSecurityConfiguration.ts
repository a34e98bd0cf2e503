import type {
  DeleteSecurityConfigurationRequest,
  DeleteSecurityConfigurationResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { name } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const DeleteSecurityConfiguration = glueOperation<
  DeleteSecurityConfigurationRequest,
  DeleteSecurityConfigurationResponse
>({
  name: 'DeleteSecurityConfiguration',
  input: structure({ Name: name }),
  handle({ Name }, { store }) {
    if (!store.securityConfigurations.delete(Name)) {
      throw entityNotFound('Security configuration', Name);
    }
    return {};
  },
});
