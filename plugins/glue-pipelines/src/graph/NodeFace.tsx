import RefreshIcon from '@material-ui/icons/Refresh';
import { makeStyles } from '@material-ui/core/styles';
import { lastAttempt } from '../nodes/nodeFacts';
import { NodeTypeIcon } from '../nodes/NodeTypeIcon';
import { StatusIcon } from '../status/StatusIcon';
import { nodeTypeWord, toneOf, wordOf } from '../status/statuses';
import { tonesOfTheme } from '../status/tones';
import { Unseen } from '../status/Unseen';
import { useToneStyles } from '../status/useToneStyles';
import { Elapsed } from '../time/Elapsed';
import { useTexts } from '../translation/ref';
import { ShownNode } from './shownGraph';
import {
  ICON_GAP,
  ICON_SIZE,
  NAME_SIZE,
  nameWidth,
  STATUS_ICON_SIZE,
  STATUS_SIZE,
  triggerAside,
} from './sizes';
import { fitText, wrapText } from './text';

const useStyles = makeStyles(
  theme => {
    const tones = tonesOfTheme(theme);
    return {
      title: {
        display: 'flex',
        alignItems: 'center',
        gap: ICON_GAP,
        minWidth: 0,
        fontSize: NAME_SIZE,
        lineHeight: '18px',
        fontWeight: theme.typography.fontWeightBold as number,
        color: theme.palette.text.primary,
      },
      typeIcon: { color: theme.palette.text.secondary },
      name: { minWidth: 0 },
      line: {
        display: 'block',
        whiteSpace: 'pre',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
      },
      status: {
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        fontSize: STATUS_SIZE,
        lineHeight: '16px',
        whiteSpace: 'nowrap',
      },
      aside: {
        marginLeft: 'auto',
        paddingLeft: 8,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        color: tones.quiet,
        fontVariantNumeric: 'tabular-nums',
      },
      join: {
        fontWeight: theme.typography.fontWeightBold as number,
        color: theme.palette.text.primary,
      },
      attempts: {
        position: 'absolute',
        top: -10,
        right: 10,
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        padding: '0 6px 0 4px',
        borderRadius: 9,
        border: `1px solid ${theme.palette.text.secondary}`,
        backgroundColor: theme.palette.background.paper,
        color: theme.palette.text.primary,
        fontSize: 11,
        lineHeight: '16px',
      },
      gate: {
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        gap: 3,
        fontSize: 11,
        fontWeight: theme.typography.fontWeightBold as number,
        color: theme.palette.text.primary,
      },
    };
  },
  { name: 'GluePipelinesNodeFace' },
);

/** The name: the whole of it for those who hear it, what fits for those who see it. */
function Name({ shown, lines }: { shown: ShownNode; lines: string[] }) {
  const classes = useStyles();
  const t = useTexts();
  const { type, name } = shown.node;
  return (
    <>
      <Unseen>{`${nodeTypeWord(t, type)} ${name} `}</Unseen>
      <span aria-hidden className={classes.name}>
        {lines.map((line, index) => (
          <span key={`${index} ${line}`} className={classes.line}>
            {line}
          </span>
        ))}
      </span>
    </>
  );
}

function StatusWord({ shown }: { shown: ShownNode }) {
  const t = useTexts();
  const { state, type } = shown.node;
  const tones = useToneStyles();
  return (
    <>
      <StatusIcon status={state} size={STATUS_ICON_SIZE} />
      <span className={tones[`${toneOf(state)}Text`]}>
        {wordOf(t, state, type)}
      </span>
    </>
  );
}

/** A job or a crawler: what it is, how it is, how long it took. */
export function StepFace({
  shown,
  width,
}: {
  shown: ShownNode;
  width: number;
}) {
  const classes = useStyles();
  const t = useTexts();
  const { node, label } = shown;
  const attempt = lastAttempt(node);
  return (
    <>
      <span className={classes.title}>
        <NodeTypeIcon
          type={node.type}
          size={ICON_SIZE}
          className={classes.typeIcon}
        />
        <Name
          shown={shown}
          lines={wrapText(label, nameWidth('step', width), NAME_SIZE)}
        />
      </span>
      {node.attempts.length > 1 && (
        <span className={classes.attempts}>
          <RefreshIcon aria-hidden style={{ fontSize: 12 }} />
          <span aria-hidden>{node.attempts.length}</span>
          <Unseen>{`${t('nodes.attempts', { count: node.attempts.length })} `}</Unseen>
        </span>
      )}
      <span className={classes.status}>
        <StatusWord shown={shown} />{' '}
        {attempt && (
          <span
            className={classes.aside}
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

/** A trigger: whether it fired, and on what. */
export function TriggerFace({
  shown,
  width,
}: {
  shown: ShownNode;
  width: number;
}) {
  const classes = useStyles();
  const { node, label, join } = shown;
  const aside = triggerAside(shown);
  return (
    <>
      <span className={classes.title}>
        <NodeTypeIcon
          type={node.type}
          triggerType={node.trigger?.type}
          size={ICON_SIZE}
          className={classes.typeIcon}
        />
        <Name
          shown={shown}
          lines={[fitText(label, nameWidth('trigger', width), NAME_SIZE)]}
        />
      </span>
      <span className={classes.status}>
        <StatusWord shown={shown} />{' '}
        {aside && (
          <span className={classes.aside}>
            <span className={join && classes.join}>{aside}</span>
          </span>
        )}
      </span>
    </>
  );
}

/** Where branches join: whether all of them have to come, and whether they did. */
export function GateFace({ shown }: { shown: ShownNode }) {
  const classes = useStyles();
  const t = useTexts();
  const { node, join } = shown;
  return (
    <span className={classes.gate}>
      <Unseen>
        {[
          t('graph.trigger.named', { name: node.name }),
          join,
          wordOf(t, node.state, node.type),
        ]
          .filter(Boolean)
          .join(' ')}
      </Unseen>
      {join && <span aria-hidden>{join}</span>}
      <StatusIcon status={node.state} size={13} />
    </span>
  );
}
