import type {
  CreateSecurityConfigurationRequest,
  CreateSecurityConfigurationResponse,
} from '@aws-sdk/client-glue';
import { alreadyExists } from '../errors';
import { glueOperation } from '../operation';
import { name } from '../validation/common';
import { encryptionConfiguration } from '../validation/securityConfigurations';
import { structure } from '../../../protocol/shape';

/** Kept and told; nothing on this machine is encrypted by it. */
export const CreateSecurityConfiguration = glueOperation<
  CreateSecurityConfigurationRequest,
  CreateSecurityConfigurationResponse
>({
  name: 'CreateSecurityConfiguration',
  input: structure({
    Name: name,
    EncryptionConfiguration: encryptionConfiguration,
  }),
  handle({ Name, EncryptionConfiguration }, { store }) {
    const { securityConfigurations } = store;
    return store.transaction(() => {
      if (securityConfigurations.get(Name)) {
        throw alreadyExists('Security configuration', Name);
      }
      const CreatedTimeStamp = new Date();
      securityConfigurations.put({
        Name,
        CreatedTimeStamp,
        EncryptionConfiguration,
      });
      return { Name, CreatedTimestamp: CreatedTimeStamp };
    });
  },
});
