import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { JsonObject, JsonValue } from '@backstage/types';
import IconButton from '@material-ui/core/IconButton';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';
import DeleteIcon from '@material-ui/icons/Delete';
import type {
  ColumnsAtFormStep,
  FormProblem,
  SuggestedKey,
} from '@glue-pipelines/backstage-plugin-common';
import { ReactNode } from 'react';
import { Notice } from '../../status/Notice';
import { useTexts } from '../../translation/ref';
import { ColumnChoices } from '../chosenColumns';
import { fieldPathOf, FormSchema, placeWords, valueAt } from '../fieldPlace';
import { ColumnsLine } from './ColumnsLine';
import { stepSchema } from './stepSchema';
import { SuggestedKeys } from './SuggestedKeys';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      padding: theme.spacing(2),
      minWidth: 0,
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1) },
    },
    head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap' },
    title: { flex: '1 1 120px', margin: 0 },
  }),
  { name: 'GluePipelinesStepItem' },
);

export type StepAction = 'up' | 'down' | 'remove';

/** What is wrong with what is written in a step; what is missing yet is said by the check of the page. */
function writtenProblems(
  problems: readonly FormProblem[],
  step: JsonObject,
): FormProblem[] {
  return problems.filter(({ field }) => {
    const value = valueAt(step, fieldPathOf(field));
    return typeof value === 'string' ? value !== '' : typeof value === 'number';
  });
}

/** The keys of a join with one more, in the place of one that is not filled in. */
function withKey(keys: unknown, { left, right }: SuggestedKey): JsonObject[] {
  const filledIn = (Array.isArray(keys) ? keys : []).filter(
    key => key?.left || key?.right,
  );
  return [...filledIn, { left, right }];
}

/** One step: what it does, its fields, and the columns after it. */
export function StepItem(props: {
  /** The field that holds all steps. */
  list: FieldExtensionComponentProps<JsonValue>;
  index: number;
  count: number;
  step: JsonObject;
  choices: ColumnChoices;
  keys: readonly SuggestedKey[];
  /** At paths within the step. */
  problems: readonly FormProblem[];
  after?: ColumnsAtFormStep;
  buttonId: (action: StepAction) => string;
  onChange: (step: JsonObject) => void;
  onAction: (action: StepAction) => void;
}) {
  const { list, index, count, step, choices, keys, after } = props;
  const { registry, idSchema, onBlur, onFocus, disabled, readonly } = list;
  const classes = useStyles();
  const t = useTexts();
  const position = String(index + 1);
  const ofSteps = (list.schema as FormSchema).items ?? {};
  const { schema, uiSchema } = stepSchema(ofSteps, step, choices);
  const { enum: kinds = [], enumNames = [] } = ofSteps.properties?.kind ?? {};
  const kind = enumNames[kinds.indexOf(step.kind)];
  const { schemaUtils } = registry;
  const { SchemaField } = registry.fields;
  // What the check of the page said stands at its field.
  const errors = (
    list.errorSchema as unknown as
      Record<number, typeof list.errorSchema> | undefined
  )?.[index];
  const id = `${idSchema.$id}_${index}`;

  const button = (action: StepAction, icon: ReactNode, isOff: boolean) => (
    <IconButton
      id={props.buttonId(action)}
      size="small"
      aria-label={t(`form.steps.${action}`, { position })}
      disabled={isOff || disabled || readonly}
      onClick={() => props.onAction(action)}
    >
      {icon}
    </IconButton>
  );

  return (
    <Paper component="li" variant="outlined" className={classes.root}>
      <div className={classes.head}>
        <Typography variant="h6" component="h4" className={classes.title}>
          {kind
            ? t('form.steps.title', { position, kind })
            : t('form.steps.untitled', { position })}
        </Typography>
        {button('up', <ArrowUpwardIcon />, index === 0)}
        {button('down', <ArrowDownwardIcon />, index === count - 1)}
        {button('remove', <DeleteIcon />, false)}
      </div>
      <SchemaField
        name={list.name}
        required
        schema={schema as typeof list.schema}
        uiSchema={{ ...uiSchema, 'ui:title': '' } as typeof list.uiSchema}
        idSchema={schemaUtils.toIdSchema(
          schema as typeof list.schema,
          id,
          step,
        )}
        formData={step}
        errorSchema={errors}
        registry={registry}
        formContext={registry.formContext}
        disabled={disabled}
        readonly={readonly}
        onBlur={onBlur}
        onFocus={onFocus}
        onChange={(value: JsonValue | undefined) => {
          const changed = (value ?? {}) as JsonObject;
          props.onChange(
            changed.kind === step.kind ? changed : { kind: changed.kind },
          );
        }}
      />
      {keys.length > 0 && (
        <SuggestedKeys
          keys={keys}
          onChoose={key =>
            props.onChange({ ...step, keys: withKey(step.keys, key) })
          }
        />
      )}
      {(errors ? [] : writtenProblems(props.problems, step)).map(
        ({ field, message }) => (
          <Notice key={field + message} kind="error" role="status">
            {placeWords(ofSteps, fieldPathOf(field), step)}: {message}
          </Notice>
        ),
      )}
      {after && <ColumnsLine at={after} place="after" />}
    </Paper>
  );
}
