import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { JsonObject } from '@backstage/types';
import Button from '@material-ui/core/Button';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useRef, useState } from 'react';
import { scheduleWords } from '../schedule/scheduleWords';
import { formatDuration } from '../time/duration';
import { type Texts, useTexts } from '../translation/ref';
import { FormSchema } from './fieldPlace';
import { NextRuns } from './NextRuns';
import { sourceNamesOf } from './sourceName';
import {
  isFilledIn,
  SELF_STARTS,
  startBy,
  type StartWay,
  wayOf,
} from './startWays';
import { usePipelines } from './usePipelines';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      minWidth: 0,
    },
    common: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    schedule: { textTransform: 'none' },
  }),
  { name: 'GluePipelinesStartField' },
);

/** Every hour, every day, on working days, once a month: to begin with. */
const COMMON = [
  'cron(0 * * * ? *)',
  'cron(0 6 * * ? *)',
  'cron(0 6 ? * MON-FRI *)',
  'cron(0 6 1 * ? *)',
];

/** As the language has them where they are not filled in. */
const BATCH = { size: 1, windowSeconds: 900 };

const WAYS: StartWay[] = ['hand', ...SELF_STARTS];

/** How the fields of a way are filled in: what can be known is chosen from. */
function schemaOf(
  way: StartWay,
  { properties = {} }: FormSchema,
  sources: readonly string[],
  pipelines: readonly string[],
): FormSchema {
  const own = properties[way];
  if (way === 'onNewFiles') {
    const { sources: list, ...batch } = own.properties ?? {};
    return {
      ...own,
      title: '',
      properties: {
        sources: {
          ...list,
          uniqueItems: true,
          items: { type: 'string', enum: sources },
        },
        ...batch,
      },
    };
  }
  return way === 'after' ? { ...own, examples: pipelines } : own;
}

function eventWords(t: Texts, given: JsonObject): string {
  const { batchSize = BATCH.size, batchWindow = BATCH.windowSeconds } = given;
  return t('form.start.events', {
    count: Number(batchSize),
    window: formatDuration(t, Number(batchWindow)),
  });
}

/** What starts a pipeline: one of the ways of AWS Glue, in words, with what comes of it. */
export function StartField(props: FieldExtensionComponentProps<JsonObject>) {
  const { uiSchema, idSchema, registry, errorSchema, name } = props;
  const { onChange, onBlur, onFocus, disabled, readonly } = props;
  const start = props.formData ?? {};
  const form: JsonObject = registry.formContext?.formData ?? {};
  const classes = useStyles();
  const t = useTexts();
  const pipelines = [...new Set(usePipelines().map(pipeline => pipeline.name))];
  const sources = sourceNamesOf(form).filter(Boolean);
  const [chosen, setChosen] = useState<StartWay>();
  const given = wayOf(start);
  // The form itself fills in members that hold nothing.
  const way = chosen ?? (isFilledIn(start, given) ? given : 'hand');
  const before = useRef<JsonObject>({});
  before.current = { ...before.current, ...start };

  const choose = (next: StartWay) => {
    setChosen(next);
    const first: JsonObject = {
      cron: COMMON[1],
      onNewFiles: { sources: sources.slice(0, 1) },
    };
    onChange(startBy(start, next, before.current[next] ?? first[next]));
  };

  const { schemaUtils } = registry;
  const { SchemaField } = registry.fields;
  const { 'ui:field': _, ...fields } = uiSchema as Record<string, object>;
  const schema = {
    type: 'object',
    properties: {
      [way]: schemaOf(way, props.schema as FormSchema, sources, pipelines),
    },
  } as typeof props.schema;
  const ui = {
    ...fields,
    'ui:title': '',
    onNewFiles: {
      ...fields.onNewFiles,
      sources: { 'ui:widget': 'checkboxes' },
    },
  };
  const { cron, onNewFiles, after } = start;

  return (
    <div className={classes.root}>
      <FormControl component="fieldset" disabled={disabled || readonly}>
        <FormLabel component="legend">{t('form.start.ways')}</FormLabel>
        <RadioGroup
          value={way}
          onChange={(__, next) => choose(next as StartWay)}
        >
          {WAYS.map(each => (
            <FormControlLabel
              key={each}
              value={each}
              control={<Radio color="primary" size="small" />}
              label={t(`form.start.${each}`)}
            />
          ))}
        </RadioGroup>
      </FormControl>
      {way === 'hand' ? (
        <Typography variant="body2">{t('form.start.handHelp')}</Typography>
      ) : (
        <SchemaField
          name={name}
          schema={schema}
          uiSchema={ui as typeof uiSchema}
          idSchema={schemaUtils.toIdSchema(schema, idSchema.$id, start)}
          formData={start}
          errorSchema={errorSchema}
          registry={registry}
          formContext={registry.formContext}
          disabled={disabled}
          readonly={readonly}
          onBlur={onBlur}
          onFocus={onFocus}
          onChange={onChange}
        />
      )}
      {way === 'cron' && (
        <div
          className={classes.common}
          role="group"
          aria-label={t('form.start.common')}
        >
          {COMMON.map(each => (
            <Button
              key={each}
              className={classes.schedule}
              size="small"
              variant="outlined"
              onClick={() => onChange(startBy(start, 'cron', each))}
            >
              {scheduleWords(t, each)}
            </Button>
          ))}
        </div>
      )}
      {typeof cron === 'string' && <NextRuns cron={cron.trim()} />}
      {isFilledIn(start, 'onNewFiles') && (
        <Typography variant="body2">
          {eventWords(t, onNewFiles as JsonObject)}
        </Typography>
      )}
      {typeof after === 'string' && (
        <Typography variant="body2">
          {t('form.start.afterWords', { pipeline: after })}
        </Typography>
      )}
      {way !== 'hand' && !isFilledIn(start, way) && (
        <Typography variant="body2" role="status">
          {t('form.start.empty')}
        </Typography>
      )}
    </div>
  );
}
