import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { OwnersActPolicy } from './OwnersActPolicy';

/** Makes `OwnersActPolicy` the portal's policy, with the teams of `permission.platformTeams`. */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'owners-act-policy',
  register(reg) {
    reg.registerInit({
      deps: { config: coreServices.rootConfig, policy: policyExtensionPoint },
      async init({ config, policy }) {
        const teams =
          config.getOptionalStringArray('permission.platformTeams') ?? [];
        policy.setPolicy(
          new OwnersActPolicy(
            new Set(teams.map(ref => stringifyEntityRef(parseEntityRef(ref)))),
          ),
        );
      },
    });
  },
});
