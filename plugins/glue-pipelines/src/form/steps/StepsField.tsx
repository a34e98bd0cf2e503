import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { JsonObject, JsonValue } from '@backstage/types';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import AddIcon from '@material-ui/icons/Add';
import { useEffect, useRef, useState } from 'react';
import { errorText } from '../../api/errorText';
import { useTexts } from '../../translation/ref';
import { sourceNamesOf } from '../sourceName';
import { ColumnsLine } from './ColumnsLine';
import { StepAction, StepItem } from './StepItem';
import { useFormSteps } from './useFormSteps';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      minWidth: 0,
    },
    list: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      listStyle: 'none',
      margin: 0,
      padding: 0,
      minWidth: 0,
    },
    add: { alignSelf: 'flex-start', textTransform: 'none' },
    unseen: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
  }),
  { name: 'GluePipelinesStepsField' },
);

/** A step after a move or a removal gets the keyboard, at the same button where it can be pressed again. */
interface Focus {
  index: number;
  action: StepAction;
}

const buttonId = (id: string, index: number, action: StepAction) =>
  `${id}_${index}_${action}`;

const addId = (id: string) => `${id}_add`;

/** Keys of steps for React, which stay with them when they move. */
function useStepKeys(count: number) {
  const next = useRef(0);
  const keys = useRef<number[]>([]);
  while (keys.current.length < count) {
    keys.current.push(next.current++);
  }
  keys.current.length = count;
  return keys.current;
}

/** What is done to the rows, step by step. */
export function StepsField(props: FieldExtensionComponentProps<JsonValue>) {
  const { idSchema, registry, onChange, disabled, readonly } = props;
  const classes = useStyles();
  const t = useTexts();
  const steps = (props.formData ?? []) as JsonObject[];
  const form: JsonObject = registry.formContext?.formData ?? {};
  const { known, of = [], error } = useFormSteps({ ...form, transform: steps });
  const keys = useStepKeys(steps.length);
  const [said, setSaid] = useState('');
  const [focus, setFocus] = useState<Focus>();
  const { $id: id } = idSchema;

  useEffect(() => {
    if (!focus) {
      return;
    }
    const { index, action } = focus;
    const candidates: StepAction[] =
      action === 'remove' ? ['remove'] : [action, 'up', 'down', 'remove'];
    const button = candidates
      .map(each => document.getElementById(buttonId(id, index, each)))
      .find(found => found && !found.hasAttribute('disabled'));
    (button ?? document.getElementById(addId(id)))?.focus();
  }, [focus, id]);

  const act = (index: number, action: StepAction) => {
    const changed = [...steps];
    const [step] = changed.splice(index, 1);
    const [key] = keys.splice(index, 1);
    if (action === 'remove') {
      setSaid(t('form.steps.removed', { position: String(index + 1) }));
      setFocus({ index: Math.max(0, index - 1), action });
    } else {
      const to = index + (action === 'up' ? -1 : 1);
      changed.splice(to, 0, step);
      keys.splice(to, 0, key);
      setSaid(t('form.steps.moved', { position: String(to + 1) }));
      setFocus({ index: to, action });
    }
    onChange(changed);
  };

  /** What is known of another step than the one that stands there now says nothing of it. */
  const isKnown = (index: number) =>
    (of[index] as JsonObject | undefined)?.kind === steps[index]?.kind;
  const isUnknown = known !== undefined && !known.columns[0]?.columns;
  const [beginning] = known?.columns ?? [];

  const { title, description } = props.schema;
  return (
    <div className={classes.root}>
      <Typography variant="h5" component="h3">
        {title}
      </Typography>
      <Typography variant="body2">{description}</Typography>
      {(error !== undefined || isUnknown) && (
        <Typography variant="body2" role="status">
          {error === undefined
            ? t('form.steps.unknown')
            : t('form.steps.refused', { reason: errorText(error) })}
        </Typography>
      )}
      {beginning && <ColumnsLine at={beginning} place="before" />}
      {steps.length === 0 && (
        <Typography variant="body2">{t('form.steps.none')}</Typography>
      )}
      <ol className={classes.list}>
        {steps.map((step, index) => (
          <StepItem
            key={keys[index]}
            list={props}
            index={index}
            count={steps.length}
            step={step ?? {}}
            choices={{
              rows: known?.columns[index]?.columns,
              joined: known?.sources.find(({ name }) => name === step?.source)
                ?.columns,
              sources: sourceNamesOf(form).slice(1),
            }}
            keys={isKnown(index) ? (known?.keys[index] ?? []) : []}
            problems={(known?.problems ?? [])
              .filter(
                ({ field }) =>
                  isKnown(index) && field.startsWith(`transform[${index}].`),
              )
              .map(({ field, message }) => ({
                field: field.slice(`transform[${index}].`.length),
                message,
              }))}
            after={isKnown(index) ? known?.columns[index + 1] : undefined}
            buttonId={action => buttonId(id, index, action)}
            onChange={changed =>
              onChange(steps.map((each, at) => (at === index ? changed : each)))
            }
            onAction={action => act(index, action)}
          />
        ))}
      </ol>
      <Button
        id={addId(id)}
        className={classes.add}
        variant="outlined"
        color="primary"
        startIcon={<AddIcon />}
        disabled={disabled || readonly}
        onClick={() => onChange([...steps, {}])}
      >
        {t('form.steps.add')}
      </Button>
      <div role="status" className={classes.unseen}>
        {said}
      </div>
    </div>
  );
}
