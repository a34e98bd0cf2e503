import Typography from '@material-ui/core/Typography';
import type {
  ColumnsAtFormStep,
  FormColumn,
} from '@glue-pipelines/backstage-plugin-common';
import { type Texts, useTexts } from '../../translation/ref';

const columnsWords = (t: Texts, columns: readonly FormColumn[]) =>
  columns
    .map(({ name, type }) =>
      type ? t('form.steps.column', { name, type }) : name,
    )
    .join(', ');

/** The columns at a place between the steps; nothing where they are not known. */
export function ColumnsLine(props: {
  at: ColumnsAtFormStep;
  /** Before the first step, after one of them, or after all of them. */
  place: 'before' | 'after' | 'result';
}) {
  const t = useTexts();
  const { columns, isSure } = props.at;
  if (!columns) {
    return null;
  }
  const words = { columns: columnsWords(t, columns) };
  const { place } = props;
  return (
    <Typography
      variant="body2"
      color="textSecondary"
      style={{ overflowWrap: 'anywhere' }}
    >
      {t(
        place === 'after' && !isSure
          ? 'form.steps.afterSome'
          : `form.steps.${place}`,
        words,
      )}
    </Typography>
  );
}
