import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { WorkflowNode } from '@glue-pipelines/backstage-plugin-common';
import { nodeTypeWord } from '../status/statuses';
import { StatusLabel } from '../status/StatusLabel';
import { Elapsed } from '../time/Elapsed';
import { Moment } from '../time/Moment';
import { useTexts } from '../translation/ref';
import { errorOf, lastAttempt, retryWords } from './nodeFacts';
import { NodeTypeIcon } from './NodeTypeIcon';

const useStyles = makeStyles(
  theme => ({
    table: { tableLayout: 'fixed', width: '100%' },
    cell: {
      padding: theme.spacing(1, 1.5),
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    narrow: { padding: theme.spacing(1, 0.5) },
    node: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: 0,
      border: 'none',
      background: 'none',
      font: 'inherit',
      textAlign: 'left',
      cursor: 'pointer',
      color: theme.palette.link,
      overflowWrap: 'anywhere',
      '&:hover': { textDecoration: 'underline' },
    },
    icon: { color: theme.palette.text.secondary, marginTop: 1 },
    quiet: { color: theme.palette.text.secondary },
    error: {
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
      color: theme.palette.text.secondary,
    },
    below: { marginTop: theme.spacing(0.5) },
  }),
  { name: 'GluePipelinesNodeTable' },
);

/** The nodes of a run row by row: what the graph shows, in words. */
export function NodeTable(props: {
  nodes: WorkflowNode[];
  workflowName: string;
  selectedId?: string;
  /** There is less room than the window has: details are beside it. */
  narrow?: boolean;
  onOpen: (nodeId: string) => void;
}) {
  const { nodes, workflowName, selectedId, narrow, onOpen } = props;
  const classes = useStyles();
  const t = useTexts();
  const wide = useMediaQuery('(min-width:768px)', { noSsr: true }) && !narrow;
  const cell = wide ? classes.cell : `${classes.cell} ${classes.narrow}`;
  return (
    <Table
      size="small"
      className={classes.table}
      aria-label={t('nodes.table.label', { workflow: workflowName })}
    >
      <TableHead>
        <TableRow>
          <TableCell className={cell} width={wide ? '26%' : '58%'}>
            {t('nodes.table.node')}
          </TableCell>
          {wide && (
            <TableCell className={cell}>{t('nodes.table.type')}</TableCell>
          )}
          <TableCell className={cell} width={wide ? '18%' : undefined}>
            {t('nodes.table.status')}
          </TableCell>
          {wide && (
            <TableCell className={cell}>{t('nodes.table.started')}</TableCell>
          )}
          {wide && (
            <TableCell className={cell}>{t('nodes.table.duration')}</TableCell>
          )}
          {wide && (
            <TableCell className={cell} width="22%">
              {t('nodes.table.error')}
            </TableCell>
          )}
        </TableRow>
      </TableHead>
      <TableBody>
        {nodes.map(node => {
          const attempt = lastAttempt(node);
          const error = errorOf(node);
          return (
            <TableRow key={node.id} hover selected={node.id === selectedId}>
              <TableCell className={cell}>
                <button
                  type="button"
                  className={classes.node}
                  onClick={() => onOpen(node.id)}
                >
                  <NodeTypeIcon
                    type={node.type}
                    triggerType={node.trigger?.type}
                    className={classes.icon}
                  />
                  {node.name}
                </button>
                {!wide && error && (
                  <div className={`${classes.error} ${classes.below}`}>
                    {error}
                  </div>
                )}
              </TableCell>
              {wide && (
                <TableCell className={cell}>
                  {nodeTypeWord(t, node.type)}
                </TableCell>
              )}
              <TableCell className={cell}>
                <StatusLabel status={node.state} type={node.type} />
                {node.attempts.length > 1 && (
                  <div className={`${classes.quiet} ${classes.below}`}>
                    {t('nodes.attempts', { count: node.attempts.length })}
                  </div>
                )}
                {node.pendingRetry && (
                  <div className={`${classes.quiet} ${classes.below}`}>
                    {retryWords(t, node)}
                  </div>
                )}
                {!wide && attempt && (
                  <div className={`${classes.quiet} ${classes.below}`}>
                    <Elapsed {...attempt} />
                  </div>
                )}
              </TableCell>
              {wide && (
                <TableCell className={cell}>
                  {attempt?.startedAt && <Moment instant={attempt.startedAt} />}
                </TableCell>
              )}
              {wide && (
                <TableCell className={cell}>
                  {attempt && <Elapsed {...attempt} />}
                </TableCell>
              )}
              {wide && (
                <TableCell className={cell}>
                  {error && (
                    <span className={classes.error} title={error}>
                      {error}
                    </span>
                  )}
                </TableCell>
              )}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
