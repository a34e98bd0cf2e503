import {
  createExtensionInput,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import AccountTreeIcon from '@material-ui/icons/AccountTree';
import { AddedColumnsProvider } from '../fleet/addedColumns';
import { fleetRouteRef } from '../routes';
import { GlueFleetColumnBlueprint } from './glueFleetColumn';

const { column } = GlueFleetColumnBlueprint.dataRefs;

/** `page:glue-pipelines`: all workflows that somebody may see, with the columns that adopters add. */
export const fleetPage = PageBlueprint.makeWithOverrides({
  inputs: { columns: createExtensionInput([column]) },
  factory: (originalFactory, { inputs }) =>
    originalFactory({
      path: '/glue-pipelines',
      title: 'Glue pipelines',
      icon: <AccountTreeIcon fontSize="inherit" />,
      routeRef: fleetRouteRef,
      loader: async () => {
        const { FleetPage } = await import('../fleet/FleetPage');
        const columns = inputs.columns.map(input => input.get(column));
        return (
          <AddedColumnsProvider value={columns}>
            <FleetPage />
          </AddedColumnsProvider>
        );
      },
    }),
});
