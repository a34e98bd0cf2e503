import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  findBlockages,
  LineageResponse,
  NeighbourPipeline,
} from '@glue-pipelines/backstage-plugin-common';
import { Notice } from '../status/Notice';
import { StatusLabel } from '../status/StatusLabel';
import { wordWithin } from '../status/statuses';
import { tonesOfTheme } from '../status/tones';
import { Trouble } from '../status/Trouble';
import { Texts, useTexts } from '../translation/ref';
import { Panel } from '../workflow/Panel';
import { useLineage } from './useLineage';

const useStyles = makeStyles(
  theme => ({
    sides: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
      gap: theme.spacing(2),
    },
    title: {
      margin: theme.spacing(0, 0, 0.5),
      fontSize: theme.typography.pxToRem(14),
    },
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.6,
    },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1.5),
      overflowWrap: 'anywhere',
    },
    quiet: { color: tonesOfTheme(theme).quiet },
    notice: { marginBottom: theme.spacing(1.5) },
  }),
  { name: 'GluePipelinesLineagePanel' },
);

/** What is wrong with a pipeline before this one, in words. */
function troubleOf(t: Texts, { health, late }: NeighbourPipeline): string {
  return late && health === 'succeeded'
    ? t('lineage.isLate')
    : wordWithin(t, health);
}

function Side(props: {
  title: string;
  pipelines: readonly NeighbourPipeline[];
}) {
  const { title, pipelines } = props;
  const classes = useStyles();
  const t = useTexts();
  if (pipelines.length === 0) {
    return null;
  }
  return (
    <section aria-label={title}>
      <h4 className={classes.title}>{title}</h4>
      <ul className={classes.list}>
        {pipelines.map(pipeline => (
          <li
            key={`${pipeline.entityRef} ${pipeline.name}`}
            className={classes.item}
          >
            <EntityRefLink entityRef={pipeline.entityRef} hideIcon />
            <StatusLabel status={pipeline.health} />
            {pipeline.late && <span>{t('lineage.late')}</span>}
            <span className={classes.quiet}>
              {[
                pipeline.distance > 1 &&
                  t('lineage.stepsAway', { count: pipeline.distance }),
                pipeline.via && t('lineage.through', { dataset: pipeline.via }),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Neighbours({ lineage }: { lineage: LineageResponse }) {
  const classes = useStyles();
  const t = useTexts();
  const { upstream, downstream, incomplete } = lineage;
  const blockages = findBlockages(upstream);
  return (
    <>
      {blockages.length > 0 && (
        <div className={classes.notice}>
          <Notice kind="warning">
            {t('lineage.blocked', {
              pipelines: (
                <>
                  {blockages.map((pipeline, index) => (
                    <span key={`${pipeline.entityRef} ${pipeline.name}`}>
                      {index > 0 && '; '}
                      <EntityRefLink
                        entityRef={pipeline.entityRef}
                        hideIcon
                      />{' '}
                      {troubleOf(t, pipeline)}
                    </span>
                  ))}
                </>
              ),
            })}
          </Notice>
        </div>
      )}
      <div className={classes.sides}>
        <Side title={t('lineage.upstream')} pipelines={upstream} />
        <Side title={t('lineage.downstream')} pipelines={downstream} />
      </div>
      {incomplete && <p className={classes.quiet}>{t('lineage.incomplete')}</p>}
    </>
  );
}

/** The pipelines before and after an entity, and where before it the trouble begins; nothing where there are none. */
export function LineagePanel({ entityRef }: { entityRef: string }) {
  const t = useTexts();
  const { data, isPrevious, error } = useLineage(entityRef);
  const lineage = isPrevious ? undefined : data;
  const isEmpty =
    !lineage || lineage.upstream.length + lineage.downstream.length === 0;
  if (isEmpty) {
    return null;
  }
  return (
    <Panel title={t('lineage.title')}>
      <Trouble error={error} isStale isPart />
      <Neighbours lineage={lineage} />
    </Panel>
  );
}
