import type {
  GetSecurityConfigurationsRequest,
  GetSecurityConfigurationsResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { paging } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const GetSecurityConfigurations = glueOperation<
  GetSecurityConfigurationsRequest,
  GetSecurityConfigurationsResponse
>({
  name: 'GetSecurityConfigurations',
  input: structure({}, paging(1000)),
  handle(input, { store }) {
    const { rows, NextToken } = page(
      input,
      1000,
      (after, limit) => store.securityConfigurations.page(after, limit),
      ({ Name }) => Name,
    );
    return { SecurityConfigurations: rows, NextToken };
  },
});
