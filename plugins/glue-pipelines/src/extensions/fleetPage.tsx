import { PageBlueprint } from '@backstage/frontend-plugin-api';
import AccountTreeIcon from '@material-ui/icons/AccountTree';
import { fleetRouteRef } from '../routes';

/** `page:glue-pipelines`: all workflows that somebody may see. */
export const fleetPage = PageBlueprint.make({
  params: {
    path: '/glue-pipelines',
    title: 'Glue pipelines',
    icon: <AccountTreeIcon fontSize="inherit" />,
    routeRef: fleetRouteRef,
    loader: () =>
      import('../fleet/FleetPage').then(({ FleetPage }) => <FleetPage />),
  },
});
