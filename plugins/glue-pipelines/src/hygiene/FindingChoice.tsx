import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import {
  HygieneFinding,
  HygieneResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { useTexts } from '../translation/ref';

const ANYTHING = 'anything';

/** Which of the findings to list, with how many workflows have each. */
export function FindingChoice(props: {
  counts: HygieneResponse['counts'];
  value?: HygieneFinding;
  onChange: (finding: HygieneFinding | undefined) => void;
}) {
  const { counts, value, onChange } = props;
  const t = useTexts();
  return (
    <TextField
      select
      size="small"
      variant="outlined"
      id="glue-pipelines-hygiene-finding"
      label={t('hygiene.only')}
      value={value ?? ANYTHING}
      style={{ alignSelf: 'flex-start', minWidth: 240 }}
      onChange={event =>
        onChange(
          counts.find(({ finding }) => finding === event.target.value)?.finding,
        )
      }
    >
      <MenuItem value={ANYTHING}>{t('hygiene.all')}</MenuItem>
      {counts.map(({ finding, workflows }) => (
        <MenuItem key={finding} value={finding}>
          {`${t(`hygiene.findings.${finding}`)} (${workflows})`}
        </MenuItem>
      ))}
    </TextField>
  );
}
