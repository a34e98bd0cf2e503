import { createBackend } from '@backstage/backend-defaults';
import { startTelemetry } from './startTelemetry';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

// Sign-in
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-auth-backend-module-github-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissions/module'));

// Catalog and search
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-github-org'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
// Off unless app-config has catalog.providers.gluePipelines.
backend.add(import('@glue-pipelines/backstage-plugin-catalog-backend-module'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@glue-pipelines/backstage-plugin-search-backend-module'));

// Self-service creation
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitlab'));
backend.add(
  import('@glue-pipelines/backstage-plugin-scaffolder-backend-module'),
);

// Pushed updates and preferences
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

// Agents, with the permissions of the person they act for
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// Glue pipelines
backend.add(import('@glue-pipelines/backstage-plugin-backend'));

// Meters and tracers are those of the SDK that is there when they are first asked for.
startTelemetry().then(() => backend.start());
