import Typography from '@material-ui/core/Typography';
import { errorText } from '../api/errorText';
import { ValueTable } from '../data/ValueTable';
import { Notice } from '../status/Notice';
import { useTexts } from '../translation/ref';
import { fieldPathOf, FormSchema, placeWords } from './fieldPlace';
import { PreviewState } from './useSourcePreview';

/** What the files of a source hold: columns with types, the first rows, and why they cannot be read. */
export function SourcePreviewPanel(
  props: PreviewState & { schema: FormSchema; source: unknown },
) {
  const { loading, preview, error, schema, source } = props;
  const t = useTexts();
  const {
    problems = [],
    columns,
    rows,
    notes = [],
    files = [],
  } = preview ?? {};
  return (
    <div aria-busy={loading}>
      {loading && !preview && (
        <Typography role="status" variant="body2">
          {t('form.preview.loading')}
        </Typography>
      )}
      {error !== undefined && (
        <Notice kind="warning" role="status">
          {t('form.preview.refused', { reason: errorText(error) })}
        </Notice>
      )}
      {problems.map(({ field, message }) => (
        <Notice key={field + message} kind="error" role="status">
          {placeWords(schema, fieldPathOf(field), source)}: {message}
        </Notice>
      ))}
      {columns && (
        <>
          {rows ? (
            <>
              <ValueTable
                name={t('form.preview.rows')}
                columns={columns.map(({ name, type }) => `${name} (${type})`)}
                rows={rows}
              />
              <Typography variant="caption">
                {t('form.preview.sample', {
                  file: files[0],
                  files: String(files.length),
                })}
              </Typography>
            </>
          ) : (
            <>
              <Typography variant="body2">
                {t('form.preview.columns', {
                  columns: columns
                    .map(({ name, type }) => `${name} (${type})`)
                    .join(', '),
                })}
              </Typography>
              <Typography variant="caption">
                {t('form.preview.noRows')}
              </Typography>
            </>
          )}
          {notes.map(note => (
            <Notice key={note} kind="warning">
              {note}
            </Notice>
          ))}
        </>
      )}
    </div>
  );
}
