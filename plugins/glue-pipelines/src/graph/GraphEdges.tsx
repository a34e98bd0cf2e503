import { makeStyles } from '@material-ui/core/styles';
import { NodeState } from '@glue-pipelines/backstage-plugin-common';
import { memo } from 'react';
import { joinClasses } from '../status/joinClasses';
import { tonesOfTheme } from '../status/tones';
import { edgeState } from './edgeStates';
import { arrowHead, edgePath, GraphLayout } from './layout';

const useStyles = makeStyles(
  theme => {
    const tones = tonesOfTheme(theme);
    return {
      layer: { position: 'absolute', inset: 0, pointerEvents: 'none' },
      line: { fill: 'none', strokeWidth: 1.6, stroke: 'currentColor' },
      head: { fill: 'currentColor' },
      walked: { color: theme.palette.text.secondary },
      active: { color: tones.running.mark },
      open: { color: theme.palette.text.disabled },
      dashed: { strokeDasharray: '4 4' },
    };
  },
  { name: 'GluePipelinesGraphEdges' },
);

/** The edges below the nodes. Hidden from screen readers, which have the table. */
export const GraphEdges = memo(
  (props: { layout: GraphLayout; states: ReadonlyMap<string, NodeState> }) => {
    const classes = useStyles();
    const { layout, states } = props;
    return (
      <svg
        aria-hidden
        className={classes.layer}
        width={layout.width}
        height={layout.height}
      >
        {layout.edges.map(({ sourceId, targetId, points }) => {
          const state = edgeState(
            states.get(sourceId) ?? 'never-run',
            states.get(targetId) ?? 'never-run',
          );
          return (
            <g key={`${sourceId} ${targetId}`} className={classes[state]}>
              <path
                d={edgePath(points)}
                className={joinClasses(
                  classes.line,
                  state === 'open' && classes.dashed,
                )}
              />
              <path d={arrowHead(points)} className={classes.head} />
            </g>
          );
        })}
      </svg>
    );
  },
);
