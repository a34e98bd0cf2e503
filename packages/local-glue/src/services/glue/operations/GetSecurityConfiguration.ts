import type {
  GetSecurityConfigurationRequest,
  GetSecurityConfigurationResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { name } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const GetSecurityConfiguration = glueOperation<
  GetSecurityConfigurationRequest,
  GetSecurityConfigurationResponse
>({
  name: 'GetSecurityConfiguration',
  input: structure({ Name: name }),
  handle({ Name }, { store }) {
    const found = store.securityConfigurations.get(Name);
    if (!found) throw entityNotFound('Security configuration', Name);
    return { SecurityConfiguration: found };
  },
});
