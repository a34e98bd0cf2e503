import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { UnnamedLocation } from '@glue-pipelines/backstage-plugin-common';
import { useTexts } from '../translation/ref';
import { useUnnamedWorkflows } from './useUnnamedWorkflows';

const useStyles = makeStyles(
  theme => ({
    place: { marginLeft: theme.spacing(1) },
  }),
  { name: 'GluePipelinesWorkflowField' },
);

interface Choice {
  arn: string;
  name: string;
  place: string;
}

function choicesOf(locations: UnnamedLocation[]): Choice[] {
  return locations.flatMap(({ accountId, region, workflows }) =>
    workflows.map(workflow => ({
      ...workflow,
      place: `${accountId} ${region}`,
    })),
  );
}

/** The ARN of a workflow: typed, or chosen from those that no entity names. */
export function WorkflowField(props: {
  value: string;
  problem?: string;
  onChange: (value: string) => void;
}) {
  const { value, problem, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  const locations = useUnnamedWorkflows();
  const choices = choicesOf(locations ?? []);
  const unread = (locations ?? []).filter(location => location.problem);
  const help = [
    t('adopt.arnHelp'),
    choices.length > 0 && t('adopt.unnamed', { count: choices.length }),
    locations?.length &&
      choices.length + unread.length === 0 &&
      t('adopt.allNamed'),
    ...unread.map(({ accountId, region, problem: why }) =>
      t('adopt.unreadable', {
        place: `${accountId} ${region}`,
        problem: String(why),
      }),
    ),
  ];
  return (
    <Autocomplete<Choice, false, false, true>
      id="glue-pipelines-add-arn"
      freeSolo
      size="small"
      options={choices}
      inputValue={value}
      onInputChange={(_, text) => onChange(text)}
      getOptionLabel={choice => choice.arn}
      filterOptions={(all, { inputValue }) => {
        const text = inputValue.trim().toLowerCase();
        return all.filter(
          ({ arn, place }) =>
            arn !== text && `${arn} ${place}`.toLowerCase().includes(text),
        );
      }}
      renderOption={({ name, place }) => (
        <>
          {name}
          <Typography
            component="span"
            variant="body2"
            color="textSecondary"
            className={classes.place}
          >
            {place}
          </Typography>
        </>
      )}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={t('adopt.arn')}
          error={Boolean(problem)}
          helperText={problem ?? help.filter(Boolean).join(' ')}
        />
      )}
    />
  );
}
