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
import { Texts, useTexts } from '../translation/ref';
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

function capacityWords(
  t: Texts,
  { baseCapacity, maxCapacity, nodeType, nodes }: WarehouseResponse,
): string | undefined {
  if (!baseCapacity) {
    return nodeType && `${nodes ?? '?'} × ${nodeType}`;
  }
  return maxCapacity
    ? t('data.warehouse.capacityUpTo', {
        base: String(baseCapacity),
        most: String(maxCapacity),
      })
    : `${baseCapacity} RPU`;
}

/** The first rows, and what could not be loaded: data, for which one needs a permission. */
function Rows({ workflow }: { workflow: WorkflowOfEntity }) {
  const classes = useStyles();
  const t = useTexts();
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
        {t('data.warehouse.denied', {
          permission: gluePipelinesWarehouseReadPermission.name,
        })}
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
          {t(rows.loading ? 'data.reading' : 'data.warehouse.showRows')}
        </Button>
        <Button
          size="small"
          variant="outlined"
          disabled={loading || errors.loading}
          onClick={errors.load}
        >
          {t(errors.loading ? 'data.reading' : 'data.warehouse.showErrors')}
        </Button>
      </div>
      {rows.error && <Notice kind="warning">{errorText(rows.error)}</Notice>}
      {rows.data && rows.data.rows.length > 0 && (
        <ValueTable
          name={t('data.warehouse.firstRows')}
          columns={rows.data.columns.map(({ name }) => name)}
          rows={rows.data.rows.map(row =>
            row.map(value =>
              value === null ? (
                <span className={classes.null}>{String(value)}</span>
              ) : (
                value
              ),
            ),
          )}
        />
      )}
      {rows.data?.rows.length === 0 && (
        <Typography variant="body2">{t('data.warehouse.empty')}</Typography>
      )}
      {errors.error && (
        <Notice kind="warning">{errorText(errors.error)}</Notice>
      )}
      {errors.data && errors.data.items.length > 0 && (
        <ValueTable
          name={t('data.warehouse.errors')}
          columns={[
            t('data.warehouse.when'),
            t('data.column'),
            t('data.type'),
            t('data.warehouse.reason'),
            t('data.warehouse.file'),
            t('data.warehouse.line'),
          ]}
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
        <Typography variant="body2">{t('data.warehouse.noErrors')}</Typography>
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
          [
            t('data.warehouse.table'),
            `${table.database}.${table.schema}.${table.name}`,
          ],
          [
            t('data.warehouse.rows'),
            table.rowCount !== undefined && formatNumber(t, table.rowCount),
          ],
          [
            t('data.warehouse.size'),
            table.sizeMb !== undefined && `${formatNumber(t, table.sizeMb)} MB`,
          ],
          [
            t('data.warehouse.lastLoad'),
            table.lastLoad &&
              t('data.warehouse.loaded', {
                when: <Moment instant={table.lastLoad.endedAt} />,
                rows: formatNumber(t, table.lastLoad.rows),
              }),
          ],
          [
            t('data.warehouse.warehouse'),
            `${warehouse.kind} ${warehouse.name}, ${warehouse.state}`,
          ],
          [t('data.warehouse.capacity'), capacityWords(t, warehouse)],
        ]}
      />
      <RowTrend runs={runs} />
      {table.columns && (
        <details className={classes.columns}>
          <summary>
            {t('data.columns', { count: table.columns.length })}
          </summary>
          <ValueTable
            name={t('data.warehouse.columns')}
            columns={[
              t('data.column'),
              t('data.type'),
              t('data.warehouse.null'),
            ]}
            rows={table.columns.map(column => [
              column.name,
              typeWords(column),
              t(
                column.nullable
                  ? 'data.warehouse.allowed'
                  : 'data.warehouse.notAllowed',
              ),
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
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  return (
    <OnDemandSection
      title={t('data.warehouse.title')}
      hint={t('data.warehouse.hint')}
      ask={signal => api.getWarehouse(workflow, { signal })}
    >
      {warehouse => (
        <Warehouse workflow={workflow} warehouse={warehouse} runs={runs} />
      )}
    </OnDemandSection>
  );
}
