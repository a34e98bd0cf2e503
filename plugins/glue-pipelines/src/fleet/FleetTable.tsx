import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  FleetItem,
  FleetResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { Facts } from '../nodes/Facts';
import { StatusLabel } from '../status/StatusLabel';
import { fleetFacts, FleetName } from './FleetFacts';

const useStyles = makeStyles(
  theme => ({
    scroller: { overflowX: 'auto' },
    cell: {
      padding: theme.spacing(1.25, 1.5, 1.25, 0),
      verticalAlign: 'middle',
      fontSize: theme.typography.pxToRem(14),
    },
    head: {
      padding: theme.spacing(1, 1.5, 1, 0),
      whiteSpace: 'nowrap',
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(13),
    },
    list: {
      display: 'flex',
      flexDirection: 'column',
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    item: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      padding: theme.spacing(2, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    top: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
    },
  }),
  { name: 'GluePipelinesFleetTable' },
);

const keyOf = ({ entityRef, arn }: FleetItem) => `${entityRef} ${arn}`;

/** Workflows as rows, or one below the other where rows have no room. */
export function FleetTable(props: {
  items: FleetItem[];
  price: FleetResponse['price'];
}) {
  const { items, price } = props;
  const classes = useStyles();
  const wide = useMediaQuery('(min-width:1100px)', { noSsr: true });
  if (!wide) {
    return (
      <ul aria-label="Workflows" className={classes.list}>
        {items.map(item => (
          <li key={keyOf(item)} className={classes.item}>
            <div className={classes.top}>
              <div>
                <FleetName item={item} />
              </div>
              <StatusLabel status={item.health} chip />
            </div>
            <Facts facts={fleetFacts(item, price)} />
          </li>
        ))}
      </ul>
    );
  }
  const columns = items[0] ? fleetFacts(items[0], price) : [];
  return (
    <div className={classes.scroller}>
      <Table size="small" aria-label="Workflows">
        <TableHead>
          <TableRow>
            <TableCell className={classes.head}>Workflow</TableCell>
            <TableCell className={classes.head}>Health</TableCell>
            {columns.map(([name]) => (
              <TableCell key={name} className={classes.head}>
                {name}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(item => (
            <TableRow key={keyOf(item)}>
              <TableCell
                component="th"
                scope="row"
                role="rowheader"
                className={classes.cell}
              >
                <FleetName item={item} />
              </TableCell>
              <TableCell className={classes.cell}>
                <StatusLabel status={item.health} chip />
              </TableCell>
              {fleetFacts(item, price).map(([name, value]) => (
                <TableCell key={name} className={classes.cell}>
                  {value || '–'}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
