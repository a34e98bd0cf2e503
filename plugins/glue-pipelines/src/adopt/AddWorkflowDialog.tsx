import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import { Notice } from '../status/Notice';
import { useTexts } from '../translation/ref';
import { suggestedName, typedRef, typedWorkflow } from './adoption';
import { AdoptionSteps } from './AdoptionSteps';
import { useNamingEntities } from './useNamingEntities';
import { WorkflowField } from './WorkflowField';

const useStyles = makeStyles(
  theme => ({
    dialog: { '& [class*="MuiButton-root"]': { textTransform: 'none' } },
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
    actions: { padding: theme.spacing(1, 3, 2) },
  }),
  { name: 'GluePipelinesAddWorkflowDialog' },
);

function Field(props: {
  id: string;
  label: string;
  value: string;
  help: string;
  problem?: string;
  onChange: (value: string) => void;
}) {
  const { problem, help, onChange, ...field } = props;
  return (
    <TextField
      {...field}
      size="small"
      variant="outlined"
      error={Boolean(problem)}
      helperText={problem ?? help}
      onChange={event => onChange(event.target.value)}
    />
  );
}

/** Leads from a workflow in AWS to its page in the portal: what to commit, and what to tag. */
export function AddWorkflowDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const classes = useStyles();
  const small = useMediaQuery('(max-width:599px)', { noSsr: true });
  const t = useTexts();
  const [arn, setArn] = useState('');
  const [isNew, setIsNew] = useState(true);
  const [name, setName] = useState<string>();
  const [owner, setOwner] = useState('');

  const workflow = typedWorkflow(arn);
  const naming = useNamingEntities(workflow.value);
  const suggested =
    workflow.value && isNew ? suggestedName(workflow.value.name) : '';
  const entityText = name ?? suggested;
  const entity = typedRef(t, entityText, 'Component');
  const ownerRef = typedRef(t, owner, 'Group');
  const isReady =
    workflow.value && entity.value && (!isNew || ownerRef.value !== undefined);

  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      fullScreen={small}
      className={classes.dialog}
      onClose={onClose}
      aria-labelledby="glue-pipelines-add-workflow"
    >
      <DialogTitle id="glue-pipelines-add-workflow">
        {t('adopt.open')}
      </DialogTitle>
      <DialogContent className={classes.content}>
        <WorkflowField
          value={arn}
          problem={workflow.problem}
          onChange={setArn}
        />
        {naming && naming.length > 0 && (
          <Notice kind="warning" role="status">
            {t('adopt.known', {
              entities: (
                <>
                  {naming.map(ref => (
                    <span key={ref}>
                      <EntityRefLink entityRef={ref} hideIcon />{' '}
                    </span>
                  ))}
                </>
              ),
            })}
          </Notice>
        )}
        <FormControl component="fieldset">
          <FormLabel component="legend">{t('adopt.belongsTo')}</FormLabel>
          <RadioGroup
            row
            value={isNew ? 'new' : 'existing'}
            onChange={(_, value) => setIsNew(value === 'new')}
          >
            <FormControlLabel
              value="new"
              control={<Radio color="primary" />}
              label={t('adopt.newComponent')}
            />
            <FormControlLabel
              value="existing"
              control={<Radio color="primary" />}
              label={t('adopt.existing')}
            />
          </RadioGroup>
        </FormControl>
        <Field
          id="glue-pipelines-add-entity"
          label={t(isNew ? 'adopt.componentName' : 'adopt.entity')}
          value={entityText}
          help={t(isNew ? 'adopt.componentHelp' : 'adopt.entityHelp')}
          problem={entity.problem}
          onChange={setName}
        />
        {isNew && (
          <Field
            id="glue-pipelines-add-owner"
            label={t('adopt.owner')}
            value={owner}
            help={t('adopt.ownerHelp')}
            problem={ownerRef.problem}
            onChange={setOwner}
          />
        )}
        {isReady && workflow.value && entity.value && (
          <AdoptionSteps
            workflow={workflow.value}
            entityRef={entity.value}
            owner={isNew ? ownerRef.value : undefined}
          />
        )}
      </DialogContent>
      <DialogActions className={classes.actions}>
        <Button onClick={onClose}>{t('adopt.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
