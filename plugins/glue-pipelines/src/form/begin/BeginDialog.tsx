import { useApi } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { FormBeginning } from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import { errorText } from '../../api/errorText';
import { Notice } from '../../status/Notice';
import { useTexts } from '../../translation/ref';
import { pipelineFormApiRef } from '../PipelineFormApi';
import { BeginFields } from './BeginFields';
import { Beginning, BeginWay, formOf, isChosen, WAYS } from './beginnings';

const useStyles = makeStyles(
  theme => ({
    dialog: { '& [class*="MuiButton-root"]': { textTransform: 'none' } },
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
  }),
  { name: 'GluePipelinesBeginDialog' },
);

const TITLE = 'glue-pipelines-begin-title';

/** Asks with what a form begins, and fills it in. */
export function BeginDialog(props: {
  onBegin: (form: JsonObject) => void;
  onClose: () => void;
}) {
  const { onBegin, onClose } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(pipelineFormApiRef);
  const isNarrow = useMediaQuery('(max-width: 600px)');
  const [chosen, setChosen] = useState<Beginning>({
    way: 'example',
    example: '',
    entityRef: '',
    database: '',
    table: '',
  });
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [found, setFound] = useState<FormBeginning>();

  const change = (changed: Partial<Beginning>) => {
    setChosen({ ...chosen, ...changed });
    setFound(undefined);
    setError(undefined);
  };
  const fillIn = async () => {
    if (found) {
      onBegin(found.form as JsonObject);
      return;
    }
    setIsBusy(true);
    setError(undefined);
    try {
      const beginning = await formOf(chosen, api);
      if (beginning.leftOut.length > 0) {
        setFound(beginning);
      } else {
        onBegin(beginning.form as JsonObject);
      }
    } catch (refused) {
      setError(refused);
    } finally {
      setIsBusy(false);
    }
  };
  const verb = found ? 'form.begin.fillInAnyway' : 'form.begin.fillIn';

  return (
    <Dialog
      open
      fullWidth
      fullScreen={isNarrow}
      maxWidth="sm"
      className={classes.dialog}
      aria-labelledby={TITLE}
      onClose={onClose}
    >
      <DialogTitle id={TITLE}>{t('form.begin.title')}</DialogTitle>
      <DialogContent className={classes.content}>
        <RadioGroup
          aria-labelledby={TITLE}
          value={chosen.way}
          onChange={(_, way) => change({ way: way as BeginWay })}
        >
          {WAYS.map(way => (
            <FormControlLabel
              key={way}
              value={way}
              control={<Radio color="primary" size="small" />}
              label={t(`form.begin.${way}`)}
            />
          ))}
        </RadioGroup>
        <BeginFields chosen={chosen} onChange={change} />
        <Typography variant="body2">{t('form.begin.replaces')}</Typography>
        {error !== undefined && (
          <Notice kind="error" role="alert">
            {t('form.begin.refused', { reason: errorText(error) })}
          </Notice>
        )}
        {found && (
          <Notice kind="warning" role="alert">
            {t('form.begin.leftOut', { fields: found.leftOut.join(', ') })}
          </Notice>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          color="primary"
          variant="contained"
          disabled={isBusy || !isChosen(chosen)}
          onClick={fillIn}
        >
          {isBusy ? t('form.begin.filling') : t(verb)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
