import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import {
  RunDetail,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { ReactNode } from 'react';
import { DpuHours } from '../cost/DpuHours';
import { shortName } from '../graph/shownGraph';
import { lastAttempt } from '../nodes/nodeFacts';
import { StatusLabel } from '../status/StatusLabel';
import { statusOf } from '../status/statuses';
import { Elapsed } from '../time/Elapsed';
import { Moment } from '../time/Moment';
import { formatNumber } from '../translation/formatNumber';
import { useTexts } from '../translation/ref';
import {
  comparedNodes,
  differenceOf,
  rowDifference,
  secondsOf,
} from './comparedNodes';

const useStyles = makeStyles(
  theme => ({
    frame: { overflowX: 'auto' },
    cell: {
      padding: theme.spacing(1),
      minWidth: 100,
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    node: { fontWeight: 'inherit' },
    side: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.25, 1) },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'GluePipelinesComparedRuns' },
);

function NodeSide({ node }: { node?: WorkflowNode }) {
  const classes = useStyles();
  const t = useTexts();
  const attempt = node && lastAttempt(node);
  if (!node) {
    return <span className={classes.quiet}>{t('compare.notPart')}</span>;
  }
  return (
    <span className={classes.side}>
      <StatusLabel status={node.state} type={node.type} />
      {attempt && (
        <span className={classes.quiet}>
          <Elapsed {...attempt} />
          {node.attempts.length > 1 &&
            `, ${t('nodes.attempts', { count: node.attempts.length })}`}
        </span>
      )}
    </span>
  );
}

/** Two runs side by side, the earlier one first. */
export function ComparedRuns(props: {
  before: RunDetail;
  after: RunDetail;
  workflowName: string;
  onOpen: (nodeId: string) => void;
}) {
  const { before, after, workflowName, onOpen } = props;
  const classes = useStyles();
  const t = useTexts();
  const row = (
    name: ReactNode,
    [left, right]: [ReactNode, ReactNode],
    difference?: ReactNode,
  ) => (
    <>
      <TableCell
        component="th"
        scope="row"
        className={`${classes.cell} ${classes.node}`}
      >
        {name}
      </TableCell>
      <TableCell className={classes.cell}>{left}</TableCell>
      <TableCell className={classes.cell}>{right}</TableCell>
      <TableCell className={classes.cell}>{difference}</TableCell>
    </>
  );
  const dpuHours = ({ id, dpuHours: hours }: RunDetail) =>
    hours !== undefined && <DpuHours key={id} hours={hours} />;
  const rows = ({ rowsLoaded }: RunDetail) =>
    rowsLoaded !== undefined && formatNumber(t, rowsLoaded);
  return (
    <div className={classes.frame}>
      <Table size="small" aria-label={t('compare.label')}>
        <TableHead>
          <TableRow>
            {row(
              '',
              [
                before.startedAt ? (
                  <Moment instant={before.startedAt} />
                ) : (
                  before.id
                ),
                t('compare.thisRun', {
                  when: after.startedAt ? (
                    <Moment instant={after.startedAt} />
                  ) : (
                    after.id
                  ),
                }),
              ],
              t('compare.difference'),
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          <TableRow>
            {row(t('compare.health'), [
              <StatusLabel key="before" status={statusOf(before)} />,
              <StatusLabel key="after" status={statusOf(after)} />,
            ])}
          </TableRow>
          <TableRow>
            {row(
              t('compare.duration'),
              [
                <Elapsed key="before" {...before} />,
                <Elapsed key="after" {...after} />,
              ],
              differenceOf(t, before.durationSeconds, after.durationSeconds),
            )}
          </TableRow>
          {(before.dpuHours ?? after.dpuHours) !== undefined && (
            <TableRow>
              {row(t('compare.dpuHours'), [dpuHours(before), dpuHours(after)])}
            </TableRow>
          )}
          {(before.rowsLoaded ?? after.rowsLoaded) !== undefined && (
            <TableRow>
              {row(
                t('compare.rowsLoaded'),
                [rows(before), rows(after)],
                rowDifference(t, before.rowsLoaded, after.rowsLoaded),
              )}
            </TableRow>
          )}
          {comparedNodes(before.graph, after.graph).map(compared => (
            <TableRow key={compared.key} hover>
              {row(
                compared.after ? (
                  <Link
                    component="button"
                    align="left"
                    onClick={() => onOpen(compared.after!.id)}
                  >
                    {shortName(compared.after.name, workflowName)}
                  </Link>
                ) : (
                  compared.before &&
                    shortName(compared.before.name, workflowName)
                ),
                [
                  <NodeSide key="before" node={compared.before} />,
                  <NodeSide key="after" node={compared.after} />,
                ],
                differenceOf(
                  t,
                  secondsOf(compared.before),
                  secondsOf(compared.after),
                ),
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
