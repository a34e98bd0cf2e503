import { makeStyles } from '@material-ui/core/styles';
import { LogLine } from '@glue-pipelines/backstage-plugin-common';
import { useVirtualizer } from '@tanstack/react-virtual';
import { KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { joinClasses } from '../status/joinClasses';
import { useTexts } from '../translation/ref';
import { LineText } from './LineText';
import { lineAfterKey } from './lineAfterKey';

/** Height in pixels of a line that is not wrapped, before it is measured. */
const LINE_PX = 20;
/** Lines beyond what is in sight that are there already. */
const OVERSCAN = 20;
/** So many pixels from the end one is at the end. */
const END_PX = 24;
/** So many lines from an end more are read. */
const NEAR = 30;

const useStyles = makeStyles(
  theme => ({
    frame: {
      flex: 1,
      minHeight: 160,
      overflow: 'auto',
      // Where one is in the log is kept by the list itself.
      overflowAnchor: 'none',
      contain: 'strict',
      padding: theme.spacing(1),
      borderRadius: 6,
      border: `1px solid ${theme.palette.divider}`,
      backgroundColor: theme.palette.background.default,
      fontFamily: 'Menlo, Consolas, monospace',
      fontSize: theme.typography.pxToRem(12.5),
      lineHeight: 1.6,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    lines: { position: 'relative', width: '100%' },
    line: {
      position: 'absolute',
      top: 0,
      left: 0,
      minWidth: '100%',
      boxSizing: 'border-box',
      paddingLeft: theme.spacing(1),
      borderLeft: '3px solid transparent',
      whiteSpace: 'pre',
    },
    wrapped: {
      width: '100%',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    active: { outline: `1px dashed ${theme.palette.text.secondary}` },
    chosen: {
      backgroundColor: theme.palette.action.selected,
      borderLeftColor: theme.palette.primary.main,
      // Grey on grey would be too faint.
      '& time': { color: theme.palette.text.primary },
    },
  }),
  { name: 'GluePipelinesLogLines' },
);

/**
 * The lines of a log, of which only those in sight are in the page. Arrow keys
 * go from line to line, Enter or a click chooses one. It is a listbox and not
 * a `log`: scrolling would be announced as news.
 */
export const LogLines = memo(
  (props: {
    lines: LogLine[];
    /** See `Log.first`. */
    first: number;
    search: string;
    wrap: boolean;
    utc: boolean;
    /** Index of the line that the address names; -1: none. */
    chosen: number;
    onChoose: (line: LogLine) => void;
    /** The end stays in sight while lines are added. */
    following: boolean;
    /** The reader scrolled to the end, or away from it. */
    onFollow: (following: boolean) => void;
    /** The first lines come into sight. */
    onNearStart?: () => void;
    /** The last lines come into sight. */
    onNearEnd?: () => void;
  }) => {
    const { lines, first, search, wrap, utc, chosen, following } = props;
    const { onChoose, onFollow, onNearStart, onNearEnd } = props;
    const classes = useStyles();
    const t = useTexts();
    const frame = useRef<HTMLDivElement>(null);
    const lastTop = useRef(0);
    const hasMoved = useRef(false);
    const [active, setActive] = useState<number>();
    const virtualizer = useVirtualizer({
      count: lines.length,
      getScrollElement: () => frame.current,
      estimateSize: () => LINE_PX,
      getItemKey: index => first + index,
      overscan: OVERSCAN,
      // What is in sight stays so when older lines come before it.
      anchorTo: 'end',
      scrollEndThreshold: END_PX,
      // Some of what scrolls does so while React renders.
      useFlushSync: false,
    });
    const items = virtualizer.getVirtualItems();
    const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1];

    useEffect(() => {
      if (following && lines.length > 0) {
        virtualizer.scrollToEnd();
      }
    }, [following, lines, virtualizer]);

    // Scrolls once for each line: in a ref, older ones that come before it change nothing.
    const firstNumber = useRef(first);
    firstNumber.current = first;
    const chosenNumber = chosen < 0 ? undefined : first + chosen;
    useEffect(() => {
      if (chosenNumber !== undefined) {
        virtualizer.scrollToIndex(chosenNumber - firstNumber.current, {
          align: 'center',
        });
      }
    }, [chosenNumber, virtualizer]);

    useEffect(() => {
      virtualizer.measure();
    }, [wrap, virtualizer]);

    useEffect(() => {
      if (to >= 0 && to >= lines.length - NEAR) {
        onNearEnd?.();
      }
      if (to >= 0 && from < NEAR && hasMoved.current && !following) {
        onNearStart?.();
      }
    }, [from, to, lines.length, following, onNearEnd, onNearStart]);

    const activeIndex = (active ?? chosenNumber ?? -1) - first;
    const isThere = activeIndex >= from && activeIndex <= to;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && isThere) {
        event.preventDefault();
        onChoose(lines[activeIndex]);
        return;
      }
      const next = lineAfterKey(event.key, {
        active: isThere ? activeIndex : undefined,
        inSight: virtualizer.range ?? { startIndex: from, endIndex: to },
        count: lines.length,
      });
      if (next !== undefined) {
        event.preventDefault();
        setActive(first + next);
        virtualizer.scrollToIndex(next, { align: 'auto' });
      }
    };
    const id = (index: number) => `glue-pipelines-line-${first + index}`;
    return (
      <div
        ref={frame}
        aria-label={t('logs.lines.label')}
        role="listbox"
        aria-activedescendant={isThere ? id(activeIndex) : undefined}
        tabIndex={0}
        className={classes.frame}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget }) => {
          const { scrollTop, scrollHeight, clientHeight } = currentTarget;
          if (scrollHeight - scrollTop - clientHeight < END_PX) {
            onFollow(true);
          } else if (scrollTop < lastTop.current) {
            onFollow(false);
          }
          lastTop.current = scrollTop;
          hasMoved.current = true;
        }}
      >
        <div
          role="presentation"
          className={classes.lines}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map(({ key, index, start }) => (
            // The focus and the keys are the listbox's.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={String(key)}
              ref={virtualizer.measureElement}
              id={id(index)}
              data-index={index}
              role="option"
              aria-selected={index === chosen}
              aria-posinset={index + 1}
              aria-setsize={lines.length}
              className={joinClasses(
                classes.line,
                wrap && classes.wrapped,
                index === chosen && classes.chosen,
                index === activeIndex && classes.active,
              )}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                // Whoever marks text to copy it chooses no line.
                if (!window.getSelection()?.toString()) {
                  setActive(first + index);
                  onChoose(lines[index]);
                }
              }}
            >
              <LineText line={lines[index]} search={search} utc={utc} />
            </div>
          ))}
        </div>
      </div>
    );
  },
);
