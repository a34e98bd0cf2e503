import { makeStyles } from '@material-ui/core/styles';
import { WorkflowNode } from '@glue-pipelines/backstage-plugin-common';
import { KeyboardEvent, memo } from 'react';
import { lastAttempt } from '../nodes/nodeFacts';
import { NodeTypeIcon } from '../nodes/NodeTypeIcon';
import { joinClasses } from '../status/joinClasses';
import { StatusIcon } from '../status/StatusIcon';
import { NODE_TYPE_WORDS, toneOf, wordOf } from '../status/statuses';
import { tonesOfTheme } from '../status/tones';
import { Unseen } from '../status/Unseen';
import { useToneStyles } from '../status/useToneStyles';
import { Elapsed } from '../time/Elapsed';
import { NodeBox, TRIGGER_CAPTION_WIDTH } from './layout';

const useStyles = makeStyles(
  theme => {
    const tones = tonesOfTheme(theme);
    return {
      button: {
        position: 'absolute',
        font: 'inherit',
        background: 'none',
        border: 'none',
        padding: 0,
        cursor: 'pointer',
        outline: 'none',
      },
      step: {
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'center',
        gap: 6,
        padding: '0 12px 0 14px',
        textAlign: 'left',
        borderRadius: 8,
        border: `1px solid ${theme.palette.divider}`,
        backgroundColor: theme.palette.background.paper,
        boxShadow: 'inset 4px 0 0 0 currentColor',
        transition: theme.transitions.create(
          ['background-color', 'border-color'],
          {
            duration: theme.transitions.duration.shorter,
          },
        ),
        '&:hover': { borderColor: theme.palette.text.secondary },
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: 2,
        },
      },
      failed: { backgroundColor: tones.error.tint },
      running: { backgroundColor: tones.running.tint },
      open: {
        borderStyle: 'dashed',
        borderColor: theme.palette.text.disabled,
        boxShadow: 'none',
        backgroundColor: 'transparent',
      },
      selected: {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
      title: {
        display: 'flex',
        alignItems: 'center',
        gap: 6,
        minWidth: 0,
        fontSize: 14,
        lineHeight: '20px',
        fontWeight: theme.typography.fontWeightBold as number,
        color: theme.palette.text.primary,
      },
      typeIcon: { color: theme.palette.text.secondary },
      name: {
        display: 'block',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      status: {
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        fontSize: 12,
        lineHeight: '16px',
        whiteSpace: 'nowrap',
      },
      duration: {
        marginLeft: 'auto',
        paddingLeft: 8,
        color: tones.quiet,
        fontVariantNumeric: 'tabular-nums',
      },
      trigger: {
        display: 'block',
        '&:focus-visible $circle': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: 2,
        },
        '&:hover $circle': { borderColor: theme.palette.text.secondary },
      },
      circle: {
        position: 'absolute',
        top: '50%',
        left: '50%',
        width: 36,
        height: 36,
        marginTop: -18,
        marginLeft: -18,
        borderRadius: '50%',
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        border: `1px solid ${theme.palette.divider}`,
        backgroundColor: theme.palette.background.paper,
      },
      caption: {
        position: 'absolute',
        top: 'calc(50% + 22px)',
        left: 0,
        right: 0,
        fontSize: 12,
        lineHeight: '16px',
        textAlign: 'center',
        color: theme.palette.text.primary,
      },
      captionStatus: { justifyContent: 'center', fontSize: 11 },
    };
  },
  { name: 'GluePipelinesGraphNode' },
);

interface GraphNodeProps {
  node: WorkflowNode;
  box: NodeBox;
  label: string;
  selected: boolean;
  hasTabStop: boolean;
  onOpen: (nodeId: string) => void;
  onFocus: (nodeId: string) => void;
  onKeyDown: (event: KeyboardEvent, nodeId: string) => void;
}

function NodeName({ node, label }: { node: WorkflowNode; label: string }) {
  const classes = useStyles();
  return (
    <>
      <Unseen>{`${NODE_TYPE_WORDS[node.type]} ${node.name} `}</Unseen>
      <span aria-hidden className={classes.name}>
        {label}
      </span>
    </>
  );
}

function Step({ node, label }: { node: WorkflowNode; label: string }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const attempt = lastAttempt(node);
  return (
    <>
      <span className={classes.title}>
        <NodeTypeIcon type={node.type} className={classes.typeIcon} />
        <NodeName node={node} label={label} />
      </span>
      <span className={classes.status}>
        <StatusIcon status={node.state} size={15} />
        <span className={tones[`${toneOf(node.state)}Text`]}>
          {wordOf(node.state, node.type)}
        </span>{' '}
        {attempt && (
          <span
            className={classes.duration}
            // A number that counts on would be read out anew each second.
            aria-hidden={!attempt.completedAt}
          >
            <Elapsed {...attempt} />
          </span>
        )}
      </span>
    </>
  );
}

function Trigger(props: {
  node: WorkflowNode;
  label: string;
  selected: boolean;
}) {
  const { node, label, selected } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const tone = toneOf(node.state);
  return (
    <>
      <span
        className={joinClasses(
          classes.circle,
          tones[`${tone}Mark`],
          selected && classes.selected,
        )}
      >
        <NodeTypeIcon type={node.type} triggerType={node.trigger?.type} />
      </span>
      <span className={classes.caption}>
        <NodeName node={node} label={label} />
        <span className={joinClasses(classes.status, classes.captionStatus)}>
          <StatusIcon status={node.state} size={12} />
          <span className={tones[`${tone}Text`]}>
            {wordOf(node.state, node.type)}
          </span>
        </span>
      </span>
    </>
  );
}

/** One node of the graph: a button that opens its details. */
export const GraphNode = memo((props: GraphNodeProps) => {
  const { node, box, label, selected, hasTabStop } = props;
  const { onOpen, onFocus, onKeyDown } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const isTrigger = node.type === 'TRIGGER';
  const width = isTrigger ? TRIGGER_CAPTION_WIDTH : box.width;
  const open = node.state === 'not-reached' || node.state === 'never-run';
  const failed = node.state === 'failed' || node.state === 'timed-out';
  return (
    <button
      type="button"
      title={node.name}
      aria-pressed={selected}
      tabIndex={hasTabStop ? 0 : -1}
      onClick={() => onOpen(node.id)}
      onFocus={() => onFocus(node.id)}
      onKeyDown={event => onKeyDown(event, node.id)}
      className={joinClasses(
        classes.button,
        isTrigger ? classes.trigger : classes.step,
        !isTrigger && tones[`${toneOf(node.state)}Mark`],
        !isTrigger && failed && classes.failed,
        !isTrigger && node.state === 'running' && classes.running,
        !isTrigger && open && classes.open,
        !isTrigger && selected && classes.selected,
      )}
      style={{
        left: box.x - (width - box.width) / 2,
        top: box.y,
        width,
        height: box.height,
      }}
    >
      {isTrigger ? (
        <Trigger node={node} label={label} selected={selected} />
      ) : (
        <Step node={node} label={label} />
      )}
    </button>
  );
});
