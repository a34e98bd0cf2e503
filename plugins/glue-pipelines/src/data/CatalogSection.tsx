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
export function changeWords({ kind, name, from, to }: ColumnChange): string {
  switch (kind) {
    case 'added':
      return `${name} added as ${to}`;
    case 'removed':
      return `${name} removed, was ${from}`;
    default:
      return `${name} was ${from}, is ${to}`;
  }
}

function Table({ table }: { table: CatalogTable }) {
  const classes = useStyles();
  const { lastChange, columns, partitionKeys } = table;
  return (
    <div className={classes.table}>
      <h4 className={classes.name}>{`${table.database}.${table.name}`}</h4>
      <Facts
        facts={[
          ['Written by', table.crawler],
          ['Format', table.format],
          ['Location', table.location],
          ['Records', table.recordCount?.toLocaleString('en')],
          [
            lastChange?.byLastCrawl ? 'The last crawl' : 'Last change',
            lastChange && (
              <>
                {lastChange.at && (
                  <>
                    <Moment instant={lastChange.at} />
                    {': '}
                  </>
                )}
                {lastChange.columns.map(changeWords).join('; ') ||
                  'no column is other than before'}
              </>
            ),
          ],
        ]}
      />
      <details className={classes.columns}>
        <summary>
          {`${columns.length + partitionKeys.length + table.columnsLeftOut} columns`}
        </summary>
        <ValueTable
          name={`Columns of ${table.name}`}
          columns={['Column', 'Type', 'Comment']}
          rows={[
            ...columns.map(({ name, type, comment }) => [name, type, comment]),
            ...partitionKeys.map(({ name, type, comment }) => [
              `${name} (partition)`,
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
          {answer.crawlers.length === 0
            ? 'No crawler is part of this workflow.'
            : 'Its crawlers have written no table yet.'}
        </Typography>
      )}
    </>
  );
}

/** The tables of the Data Catalog that a workflow's crawlers write. */
export function CatalogSection({ workflow }: { workflow: WorkflowOfEntity }) {
  const api = useApi(gluePipelinesApiRef);
  return (
    <OnDemandSection
      title="Tables in the catalog"
      hint="What the crawlers found, and what the last crawl changed."
      ask={signal => api.getTables(workflow, { signal })}
    >
      {answer => <Tables answer={answer} />}
    </OnDemandSection>
  );
}
