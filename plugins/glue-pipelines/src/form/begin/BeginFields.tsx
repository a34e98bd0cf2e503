import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import type { FormExample } from '@glue-pipelines/backstage-plugin-common';
import { useEffect, useState } from 'react';
import { useTexts } from '../../translation/ref';
import { fileSize } from '../fileSize';
import { pipelineFormApiRef } from '../PipelineFormApi';
import { usePipelines } from '../usePipelines';
import { Beginning, MOST_BYTES } from './beginnings';

interface FieldsProps {
  chosen: Beginning;
  onChange: (changed: Partial<Beginning>) => void;
}

function Choice(props: {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  onChange: (value: string) => void;
}) {
  return (
    <TextField
      select
      id={props.id}
      fullWidth
      variant="outlined"
      size="small"
      label={props.label}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
    >
      {props.options.map(([value, words]) => (
        <MenuItem key={value} value={value} style={{ whiteSpace: 'normal' }}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  );
}

function ExampleField({ chosen, onChange }: FieldsProps) {
  const t = useTexts();
  const api = useApi(pipelineFormApiRef);
  const [examples, setExamples] = useState<FormExample[]>([]);
  useEffect(() => {
    let isGone = false;
    api
      .examples()
      .then(found => !isGone && setExamples(found))
      // What cannot be listed cannot be chosen; the other ways stay.
      .catch(() => {});
    return () => {
      isGone = true;
    };
  }, [api]);
  return (
    <Choice
      id="glue-pipelines-begin-example"
      label={t('form.begin.example')}
      value={
        examples.some(({ name }) => name === chosen.example)
          ? chosen.example
          : ''
      }
      options={examples.map(({ name, description }) => [
        name,
        `${name}: ${description}`,
      ])}
      onChange={example => onChange({ example })}
    />
  );
}

function PipelineChoice({ chosen, onChange }: FieldsProps) {
  const t = useTexts();
  const pipelines = usePipelines();
  return (
    <Choice
      id="glue-pipelines-begin-pipeline"
      label={t('form.begin.pipeline')}
      value={
        pipelines.some(({ entityRef }) => entityRef === chosen.entityRef)
          ? chosen.entityRef
          : ''
      }
      options={[
        ...new Map(
          pipelines.map(({ name, entityRef }) => [entityRef, name] as const),
        ),
      ]}
      onChange={entityRef => onChange({ entityRef })}
    />
  );
}

function FileField({ chosen, onChange }: FieldsProps) {
  const t = useTexts();
  const { file } = chosen;
  return (
    <div>
      <Button variant="outlined" component="label">
        {t('form.begin.choose')}
        <input
          type="file"
          accept=".yaml,.yml"
          style={{ position: 'absolute', opacity: 0, width: 1 }}
          onChange={event => onChange({ file: event.target.files?.[0] })}
        />
      </Button>
      <Typography variant="body2" role="status">
        {file === undefined && t('form.begin.noFile')}
        {file &&
          (file.size > MOST_BYTES
            ? t('form.begin.tooLarge', { size: fileSize(t, MOST_BYTES) })
            : file.name)}
      </Typography>
    </div>
  );
}

function TableFields({ chosen, onChange }: FieldsProps) {
  const t = useTexts();
  return (
    <>
      <TextField
        variant="outlined"
        size="small"
        id="glue-pipelines-begin-database"
        label={t('form.begin.database')}
        value={chosen.database}
        onChange={event => onChange({ database: event.target.value })}
      />
      <TextField
        variant="outlined"
        size="small"
        id="glue-pipelines-begin-table"
        label={t('form.begin.tableName')}
        value={chosen.table}
        onChange={event => onChange({ table: event.target.value })}
      />
    </>
  );
}

const FIELDS = {
  example: ExampleField,
  pipeline: PipelineChoice,
  file: FileField,
  table: TableFields,
};

/** What a way to begin asks for. */
export function BeginFields(props: FieldsProps) {
  const Fields = FIELDS[props.chosen.way];
  return <Fields {...props} />;
}
