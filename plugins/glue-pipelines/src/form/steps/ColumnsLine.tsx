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
  /** Whether it is the place before the first step. */
  isFirst?: boolean;
}) {
  const t = useTexts();
  const { columns, isSure } = props.at;
  if (!columns) {
    return null;
  }
  const words = { columns: columnsWords(t, columns) };
  const after = isSure ? 'form.steps.after' : 'form.steps.afterSome';
  return (
    <Typography
      variant="body2"
      color="textSecondary"
      style={{ overflowWrap: 'anywhere' }}
    >
      {t(props.isFirst ? 'form.steps.before' : after, words)}
    </Typography>
  );
}
