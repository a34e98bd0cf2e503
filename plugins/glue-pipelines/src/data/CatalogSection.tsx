import { useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  CatalogTable,
  ColumnChange,
  TablesResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';
import { Facts } from '../nodes/Facts';
import { Notice } from '../status/Notice';
import { Moment } from '../time/Moment';
import { formatNumber } from '../translation/formatNumber';
import { Texts, useTexts } from '../translation/ref';
import { OnDemandSection } from './OnDemandSection';
import { ValueTable } from './ValueTable';

const useStyles = makeStyles(
  theme => ({
    table: {
      '& + &': {
        paddingTop: theme.spacing(1.5),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    name: {
      margin: theme.spacing(0, 0, 0.5),
      fontSize: theme.typography.pxToRem(14),
      overflowWrap: 'anywhere',
    },
    columns: { '& summary': { cursor: 'pointer', width: 'fit-content' } },
  }),
  { name: 'GluePipelinesCatalogSection' },
);

/** What became of a column, e.g. `price added as double`. */
export function changeWords(
  t: Texts,
  { kind, name: column, from = '', to = '' }: ColumnChange,
): string {
  switch (kind) {
    case 'added':
      return t('data.catalog.added', { column, type: to });
    case 'removed':
      return t('data.catalog.removed', { column, type: from });
    default:
      return t('data.catalog.retyped', { column, before: from, after: to });
  }
}

function Table({ table }: { table: CatalogTable }) {
  const classes = useStyles();
  const t = useTexts();
  const { lastChange, columns, partitionKeys } = table;
  const changes =
    lastChange?.columns.map(change => changeWords(t, change)).join('; ') ||
    t('data.catalog.unchanged');
  return (
    <div className={classes.table}>
      <h4 className={classes.name}>{`${table.database}.${table.name}`}</h4>
      <Facts
        facts={[
          [t('data.catalog.writtenBy'), table.crawler],
          [t('data.catalog.format'), table.format],
          [t('data.catalog.location'), table.location],
          [
            t('data.catalog.records'),
            table.recordCount !== undefined &&
              formatNumber(t, table.recordCount),
          ],
          [
            t(
              lastChange?.byLastCrawl
                ? 'data.catalog.lastCrawl'
                : 'data.catalog.lastChange',
            ),
            lastChange?.at
              ? t('data.catalog.changedAt', {
                  when: <Moment instant={lastChange.at} />,
                  changes,
                })
              : lastChange && changes,
          ],
        ]}
      />
      <details className={classes.columns}>
        <summary>
          {t('data.columns', {
            count: columns.length + partitionKeys.length + table.columnsLeftOut,
          })}
        </summary>
        <ValueTable
          name={t('data.catalog.columnsOf', { table: table.name })}
          columns={[
            t('data.column'),
            t('data.type'),
            t('data.catalog.comment'),
          ]}
          rows={[
            ...columns.map(({ name, type, comment }) => [name, type, comment]),
            ...partitionKeys.map(({ name, type, comment }) => [
              t('data.catalog.partition', { column: name }),
              type,
              comment,
            ]),
          ]}
        />
      </details>
    </div>
  );
}

function Tables({ answer }: { answer: TablesResponse }) {
  const t = useTexts();
  return (
    <>
      {answer.problems?.map(problem => (
        <Notice key={problem} kind="warning">
          {problem}
        </Notice>
      ))}
      {answer.items.map(table => (
        <Table key={`${table.database}.${table.name}`} table={table} />
      ))}
      {answer.items.length === 0 && (
        <Typography variant="body2">
          {t(
            answer.crawlers.length === 0
              ? 'data.catalog.noCrawler'
              : 'data.catalog.noTable',
          )}
        </Typography>
      )}
    </>
  );
}

/** The tables of the Data Catalog that a workflow's crawlers write. */
export function CatalogSection({ workflow }: { workflow: WorkflowOfEntity }) {
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  return (
    <OnDemandSection
      title={t('data.catalog.title')}
      hint={t('data.catalog.hint')}
      ask={signal => api.getTables(workflow, { signal })}
    >
      {answer => <Tables answer={answer} />}
    </OnDemandSection>
  );
}
