import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  gluePipelinesWarehouseReadPermission,
  RunSummary,
  WarehouseResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { errorText } from '../api/errorText';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';
import { Facts } from '../nodes/Facts';
import { Notice } from '../status/Notice';
import { Moment } from '../time/Moment';
import { formatNumber } from '../translation/formatNumber';
import { useTexts } from '../translation/ref';
import { OnDemandSection } from './OnDemandSection';
import { RowTrend } from './RowTrend';
import { useOnDemand } from './useOnDemand';
import { ValueTable } from './ValueTable';

/** Rows to look at. */
const ROWS = 20;

const useStyles = makeStyles(
  theme => ({
    null: { color: theme.palette.text.secondary, fontStyle: 'italic' },
    columns: { '& summary': { cursor: 'pointer', width: 'fit-content' } },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'GluePipelinesWarehouseSection' },
);

function typeWords({
  type,
  length,
  scale,
}: {
  type: string;
  length?: number;
  scale?: number;
}) {
  const size = [length, scale].filter(part => part !== undefined);
  return size.length > 0 ? `${type}(${size.join(', ')})` : type;
}

/** The first rows, and what could not be loaded: data, for which one needs a permission. */
function Rows({ workflow }: { workflow: WorkflowOfEntity }) {
  const classes = useStyles();
  const api = useApi(gluePipelinesApiRef);
  const rows = useOnDemand(signal =>
    api.getWarehouseRows({ ...workflow, limit: ROWS }, { signal }),
  );
  const errors = useOnDemand(signal => api.getLoadErrors(workflow, { signal }));
  const { loading, allowed } = usePermission({
    permission: gluePipelinesWarehouseReadPermission,
    resourceRef: workflow.entityRef,
  });
  if (!loading && !allowed) {
    return (
      <Typography variant="body2" color="textSecondary">
        {`You may not see rows: the permission ${gluePipelinesWarehouseReadPermission.name} is missing.`}
      </Typography>
    );
  }
  return (
    <>
      <div className={classes.buttons}>
        <Button
          size="small"
          variant="outlined"
          disabled={loading || rows.loading}
          onClick={rows.load}
        >
          {rows.loading ? 'Reading…' : 'Show first rows'}
        </Button>
        <Button
          size="small"
          variant="outlined"
          disabled={loading || errors.loading}
          onClick={errors.load}
        >
          {errors.loading ? 'Reading…' : 'Show load errors'}
        </Button>
      </div>
      {rows.error && <Notice kind="warning">{errorText(rows.error)}</Notice>}
      {rows.data && rows.data.rows.length > 0 && (
        <ValueTable
          name="First rows"
          columns={rows.data.columns.map(({ name }) => name)}
          rows={rows.data.rows.map(row =>
            row.map(value =>
              value === null ? (
                <span className={classes.null}>null</span>
              ) : (
                value
              ),
            ),
          )}
        />
      )}
      {rows.data?.rows.length === 0 && (
        <Typography variant="body2">The table is empty.</Typography>
      )}
      {errors.error && (
        <Notice kind="warning">{errorText(errors.error)}</Notice>
      )}
      {errors.data && errors.data.items.length > 0 && (
        <ValueTable
          name="Load errors"
          columns={['When', 'Column', 'Type', 'Reason', 'File', 'Line']}
          rows={errors.data.items.map(item => [
            <Moment key="at" instant={item.at} />,
            item.column,
            item.type,
            item.reason,
            item.file,
            item.line,
          ])}
        />
      )}
      {errors.data?.items.length === 0 && (
        <Typography variant="body2">
          Nothing failed to load within the last week.
        </Typography>
      )}
    </>
  );
}

function Warehouse(props: {
  workflow: WorkflowOfEntity;
  warehouse: WarehouseResponse;
  runs: readonly RunSummary[];
}) {
  const { workflow, warehouse, runs } = props;
  const classes = useStyles();
  const t = useTexts();
  const { table } = warehouse;
  return (
    <>
      {table.problems?.map(problem => (
        <Notice key={problem} kind="warning">
          {problem}
        </Notice>
      ))}
      <Facts
        facts={[
          ['Table', `${table.database}.${table.schema}.${table.name}`],
          [
            'Rows',
            table.rowCount !== undefined && formatNumber(t, table.rowCount),
          ],
          [
            'Size',
            table.sizeMb !== undefined && `${formatNumber(t, table.sizeMb)} MB`,
          ],
          [
            'Last load',
            table.lastLoad && (
              <>
                <Moment instant={table.lastLoad.endedAt} />
                {`, ${formatNumber(t, table.lastLoad.rows)} rows`}
              </>
            ),
          ],
          [
            'Warehouse',
            `${warehouse.kind} ${warehouse.name}, ${warehouse.state}`,
          ],
          [
            'Capacity',
            warehouse.baseCapacity
              ? `${warehouse.baseCapacity} RPU${warehouse.maxCapacity ? `, at most ${warehouse.maxCapacity}` : ''}`
              : warehouse.nodeType &&
                `${warehouse.nodes ?? '?'} × ${warehouse.nodeType}`,
          ],
        ]}
      />
      <RowTrend runs={runs} />
      {table.columns && (
        <details className={classes.columns}>
          <summary>{`${table.columns.length} columns`}</summary>
          <ValueTable
            name="Columns of the table"
            columns={['Column', 'Type', 'Null']}
            rows={table.columns.map(column => [
              column.name,
              typeWords(column),
              column.nullable ? 'allowed' : 'not allowed',
            ])}
          />
        </details>
      )}
      <Rows workflow={workflow} />
    </>
  );
}

/** Where the rows of a workflow are. */
export function WarehouseSection(props: {
  workflow: WorkflowOfEntity;
  /** The last runs, newest first. */
  runs: readonly RunSummary[];
}) {
  const { workflow, runs } = props;
  const api = useApi(gluePipelinesApiRef);
  return (
    <OnDemandSection
      title="Table in the warehouse"
      hint="Rows, size, last load. Wakes up a workgroup that sleeps."
      ask={signal => api.getWarehouse(workflow, { signal })}
    >
      {warehouse => (
        <Warehouse workflow={workflow} warehouse={warehouse} runs={runs} />
      )}
    </OnDemandSection>
  );
}
