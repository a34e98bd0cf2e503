import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import CloseIcon from '@material-ui/icons/Close';
import {
  RunSummary,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { FormEvent, useRef, useState } from 'react';
import { errorText } from '../api/errorText';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { Headroom } from '../headroom/Headroom';
import { RunLine } from '../runs/RunLine';
import { Notice } from '../status/Notice';
import { useTexts } from '../translation/ref';
import { keyProblem, overridesOf, PropertyRow, rowsOf } from './runProperties';
import { PropertiesAsIn } from './PropertiesAsIn';
import { newStartKey } from './startKey';

const useStyles = makeStyles(
  theme => ({
    dialog: { '& [class*="MuiButton-root"]': { textTransform: 'none' } },
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      paddingTop: theme.spacing(1),
    },
    rows: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      margin: 0,
      padding: 0,
      border: 'none',
      minWidth: 0,
    },
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) 34px',
      gap: theme.spacing(1),
      alignItems: 'start',
    },
    legend: {
      padding: 0,
      marginBottom: theme.spacing(1.5),
      fontWeight: theme.typography.fontWeightBold as number,
    },
    add: { alignSelf: 'flex-start' },
    actions: { padding: theme.spacing(1, 3, 2) },
  }),
  { name: 'GluePipelinesStartRunDialog' },
);

function PropertyFields(props: {
  row: PropertyRow;
  problem?: string;
  onChange: (row: PropertyRow) => void;
  onRemove: () => void;
}) {
  const { row, problem, onChange, onRemove } = props;
  const classes = useStyles();
  const t = useTexts();
  const property = row.key || t('start.newProperty');
  return (
    <div className={classes.row}>
      <TextField
        label={t('start.name')}
        size="small"
        variant="outlined"
        value={row.key}
        error={Boolean(problem)}
        helperText={problem}
        inputProps={{
          'aria-label': t('start.nameLabel', { property }),
          // The workflow sets it anyhow: only its value can differ.
          readOnly: row.isDefault,
        }}
        onChange={event => onChange({ ...row, key: event.target.value })}
      />
      <TextField
        label={t('start.value')}
        size="small"
        variant="outlined"
        value={row.value}
        inputProps={{ 'aria-label': t('start.valueLabel', { property }) }}
        onChange={event => onChange({ ...row, value: event.target.value })}
      />
      {!row.isDefault && (
        <IconButton
          size="small"
          aria-label={t('start.remove', { property })}
          onClick={onRemove}
        >
          <CloseIcon fontSize="small" />
        </IconButton>
      )}
    </div>
  );
}

/** Starts a run, with properties that may differ from the workflow's own. */
export function StartRunDialog(props: {
  entityRef: string;
  workflow: WorkflowDetail;
  activeRuns: RunSummary[];
  /** The last runs, newest first, whose properties can be taken over. */
  runs?: readonly RunSummary[];
  /** The run whose properties are taken over at first. */
  asIn?: RunSummary;
  onClose: () => void;
  onStarted: (runId: string) => void;
}) {
  const { entityRef, workflow, activeRuns, runs = [], asIn } = props;
  const { onClose, onStarted } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  const small = useMediaQuery('(max-width:599px)', { noSsr: true });
  const [rows, setRows] = useState(() =>
    rowsOf(workflow.defaultRunProperties, asIn?.properties),
  );
  const [model, setModel] = useState(asIn?.id ?? '');
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<unknown>();
  // What is sent again is the same start; with other properties it is another.
  const sent = useRef({ properties: '', key: '' });
  const problems = rows.map(row => keyProblem(t, row, rows));

  const add = () =>
    setRows([
      ...rows,
      {
        id: Math.max(-1, ...rows.map(row => row.id)) + 1,
        key: '',
        value: '',
        isDefault: false,
      },
    ]);

  const start = async (event: FormEvent) => {
    event.preventDefault();
    if (starting || problems.some(Boolean)) {
      return;
    }
    setStarting(true);
    setError(undefined);
    const properties = overridesOf(rows, workflow.defaultRunProperties);
    const asText = JSON.stringify(properties);
    if (sent.current.properties !== asText) {
      sent.current = { properties: asText, key: newStartKey() };
    }
    try {
      const { runId } = await api.startRun({
        entityRef,
        workflowArn: workflow.arn,
        properties,
        idempotencyKey: sent.current.key,
      });
      onStarted(runId);
    } catch (refusal) {
      setError(refusal);
      setStarting(false);
    }
  };

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      fullScreen={small}
      className={classes.dialog}
      onClose={starting ? undefined : onClose}
      aria-labelledby="glue-pipelines-start-run"
    >
      <form onSubmit={start} noValidate>
        <DialogTitle id="glue-pipelines-start-run">
          {t('start.title', { workflow: workflow.name })}
        </DialogTitle>
        <DialogContent className={classes.content}>
          {error !== undefined && (
            <Notice kind="error" role="alert">
              {t('start.refused', { reason: errorText(error) })}
            </Notice>
          )}
          {activeRuns.length > 0 && (
            <Notice kind="running">
              <Typography variant="body2" gutterBottom>
                {t('start.underWay', { count: activeRuns.length })}
              </Typography>
              {activeRuns.map(run => (
                <RunLine key={run.id} run={run} />
              ))}
            </Notice>
          )}
          <Headroom workflow={{ entityRef, workflowArn: workflow.arn }} />
          <fieldset className={classes.rows} disabled={starting}>
            <Typography component="legend" className={classes.legend}>
              {t('start.properties')}
            </Typography>
            <PropertiesAsIn
              value={model}
              runs={asIn ? [asIn, ...runs] : runs}
              onChange={run => {
                setModel(run?.id ?? '');
                setRows(rowsOf(workflow.defaultRunProperties, run?.properties));
              }}
            />
            {rows.length === 0 && (
              <Typography variant="body2" color="textSecondary">
                {workflow.propertiesWithheld ?? t('start.noProperties')}
              </Typography>
            )}
            {rows.map((row, index) => (
              <PropertyFields
                key={row.id}
                row={row}
                problem={problems[index]}
                onChange={changed =>
                  setRows(rows.map(other => (other === row ? changed : other)))
                }
                onRemove={() => setRows(rows.filter(other => other !== row))}
              />
            ))}
            <Button size="small" className={classes.add} onClick={add}>
              {t('start.add')}
            </Button>
          </fieldset>
          <Typography variant="body2" color="textSecondary">
            {t('start.noSecrets')}
          </Typography>
        </DialogContent>
        <DialogActions className={classes.actions}>
          <Button onClick={onClose} disabled={starting}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={starting || problems.some(Boolean)}
          >
            {t(starting ? 'start.starting' : 'start.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
