import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { JsonObject } from '@backstage/types';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { useMemo, useState } from 'react';
import { useTexts } from '../translation/ref';
import { BrowseDialog } from './BrowseDialog';
import { FormSchema } from './fieldPlace';
import { sourceNameOf } from './sourceName';
import { SourcePreviewPanel } from './SourcePreviewPanel';
import { isInMore, sourceSchemas } from './sourceSchemas';
import { useSourcePreview } from './useSourcePreview';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      minWidth: 0,
    },
    browse: { alignSelf: 'flex-start', textTransform: 'none' },
    more: { width: '100%', minWidth: 0 },
  }),
  { name: 'GluePipelinesSourceItem' },
);

type SourceProps = FieldExtensionComponentProps<JsonObject>;

/** The order in which one thinks of them: where the files lie, and then what they are called. */
const ORDER = { 'ui:order': ['uri', 'name', 'format'] };

function namesOf(form: JsonObject, source: JsonObject): string[] {
  const sources = Array.isArray(form.sources) ? form.sources : [];
  return (sources as JsonObject[])
    .filter(other => other !== source)
    .map(other => String(other?.name ?? ''));
}

/** One source: where it lies, what its files hold, and how they are written, which is found out. */
export function SourceItem(props: SourceProps) {
  const { schema, uiSchema, idSchema, registry, errorSchema, name } = props;
  const { onChange, onBlur, onFocus, disabled, readonly } = props;
  const source = props.formData ?? {};
  const form: JsonObject = registry.formContext?.formData ?? {};
  const classes = useStyles();
  const t = useTexts();
  const [isBrowsing, setIsBrowsing] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const shown = useSourcePreview(source, form, detected => {
    onChange({
      ...source,
      // Said of the files that were there before.
      columns: undefined,
      csv: undefined,
      json: undefined,
      ...(detected as JsonObject),
      name:
        source.name ||
        sourceNameOf(String(source.uri).trim(), namesOf(form, source)),
    } as JsonObject);
  });
  const parts = useMemo(
    () => sourceSchemas(schema as FormSchema, source.format),
    [schema, source.format],
  );
  const isWrong =
    Object.keys(errorSchema ?? {}).some(isInMore) ||
    (shown.preview?.problems ?? []).some(({ field }) =>
      isInMore(/^\w+/.exec(field)?.[0]),
    );

  const { schemaUtils } = registry;
  const { SchemaField } = registry.fields;
  const { 'ui:field': _, ...fields } = uiSchema as Record<string, unknown>;
  const partOf = (part: FormSchema, ui: object) => (
    <SchemaField
      name={name}
      required
      schema={part as typeof schema}
      uiSchema={{ ...fields, ...ui, 'ui:title': '' }}
      idSchema={schemaUtils.toIdSchema(
        part as typeof schema,
        idSchema.$id,
        source,
      )}
      formData={source}
      errorSchema={errorSchema}
      registry={registry}
      formContext={registry.formContext}
      disabled={disabled}
      readonly={readonly}
      onBlur={onBlur}
      onFocus={onFocus}
      onChange={onChange}
    />
  );

  return (
    <div className={classes.root}>
      <Button
        className={classes.browse}
        variant="outlined"
        color="primary"
        onClick={() => setIsBrowsing(true)}
      >
        {t('form.browse.open')}
      </Button>
      {partOf(parts.main, ORDER)}
      <SourcePreviewPanel
        {...shown}
        schema={schema as FormSchema}
        source={source}
      />
      <Accordion
        variant="outlined"
        expanded={isOpen || isWrong}
        onChange={(__, open) => setIsOpen(open)}
      >
        <AccordionSummary
          expandIcon={<ExpandMoreIcon />}
          id={`${idSchema.$id}_more-title`}
          aria-controls={`${idSchema.$id}_more`}
        >
          <Typography>{t('form.more')}</Typography>
        </AccordionSummary>
        <AccordionDetails>
          <div className={classes.more}>{partOf(parts.more, {})}</div>
        </AccordionDetails>
      </Accordion>
      {isBrowsing && (
        <BrowseDialog
          form={form}
          onClose={() => setIsBrowsing(false)}
          onChoose={uri => {
            setIsBrowsing(false);
            onChange({ ...source, uri });
          }}
        />
      )}
    </div>
  );
}
