import { makeStyles } from '@material-ui/core/styles';
import { KeyboardEvent, memo } from 'react';
import { joinClasses } from '../status/joinClasses';
import { toneOf } from '../status/statuses';
import { tonesOfTheme } from '../status/tones';
import { useToneStyles } from '../status/useToneStyles';
import { Texts, useTexts } from '../translation/ref';
import { NodeBox } from './layout';
import { GateFace, StepFace, TriggerFace } from './NodeFace';
import { ShownNode } from './shownGraph';
import { STEP_PADDING, TRIGGER_PADDING } from './sizes';

const useStyles = makeStyles(
  theme => {
    const tones = tonesOfTheme(theme);
    const focus = {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    };
    return {
      node: {
        position: 'absolute',
        boxSizing: 'border-box',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'center',
        gap: 5,
        padding: 0,
        font: 'inherit',
        textAlign: 'left',
        cursor: 'pointer',
        outline: 'none',
        border: `1px solid ${theme.palette.divider}`,
        backgroundColor: theme.palette.background.paper,
        '&:hover': { borderColor: theme.palette.text.secondary },
        '&:focus-visible': focus,
      },
      step: {
        padding: `0 ${STEP_PADDING.right}px 0 ${STEP_PADDING.left}px`,
        borderRadius: 8,
        boxShadow: 'inset 4px 0 0 0 currentColor',
      },
      trigger: {
        padding: `0 ${TRIGGER_PADDING}px`,
        borderRadius: 26,
        gap: 2,
        borderColor: theme.palette.text.disabled,
      },
      gate: {
        alignItems: 'center',
        borderRadius: 14,
        borderColor: theme.palette.text.disabled,
      },
      failed: { backgroundColor: tones.error.tint },
      running: { backgroundColor: tones.running.tint },
      open: {
        borderStyle: 'dashed',
        borderColor: theme.palette.text.disabled,
        boxShadow: 'none',
      },
      selected: focus,
    };
  },
  { name: 'GluePipelinesGraphNode' },
);

/** What the pointer and the screen reader get beyond what is drawn. */
function titleOf(t: Texts, { node, startsWhen }: ShownNode): string {
  const count = node.attempts.length;
  const retries = count > 1 ? t('nodes.attempts', { count }) : undefined;
  return [node.name, startsWhen, retries].filter(Boolean).join('\n');
}

/** One node of the graph: a button that opens its details. */
export const GraphNode = memo(
  (
    // Its parts and not the whole, which is new whenever any node changes.
    props: ShownNode & {
      box: NodeBox;
      selected: boolean;
      hasTabStop: boolean;
      onOpen: (nodeId: string) => void;
      onFocus: (nodeId: string) => void;
      onKeyDown: (event: KeyboardEvent, nodeId: string) => void;
    },
  ) => {
    const { node, form, box, selected, hasTabStop } = props;
    const { onOpen, onFocus, onKeyDown } = props;
    const classes = useStyles();
    const t = useTexts();
    const tones = useToneStyles();
    const { state } = node;
    return (
      <button
        type="button"
        title={titleOf(t, props)}
        aria-pressed={selected}
        tabIndex={hasTabStop ? 0 : -1}
        onClick={() => onOpen(node.id)}
        onFocus={() => onFocus(node.id)}
        onKeyDown={event => onKeyDown(event, node.id)}
        className={joinClasses(
          classes.node,
          classes[form],
          tones[`${toneOf(state)}Mark`],
          (state === 'failed' || state === 'timed-out') && classes.failed,
          state === 'running' && classes.running,
          (state === 'not-reached' || state === 'never-run') && classes.open,
          selected && classes.selected,
        )}
        style={{
          left: box.x,
          top: box.y,
          width: box.width,
          height: box.height,
        }}
      >
        {form === 'step' && <StepFace shown={props} width={box.width} />}
        {form === 'trigger' && <TriggerFace shown={props} width={box.width} />}
        {form === 'gate' && <GateFace shown={props} />}
      </button>
    );
  },
);
