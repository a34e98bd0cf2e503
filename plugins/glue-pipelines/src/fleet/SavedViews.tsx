import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import BookmarkBorderIcon from '@material-ui/icons/BookmarkBorder';
import DeleteIcon from '@material-ui/icons/Delete';
import { FormEvent, useState } from 'react';
import { errorText } from '../api/errorText';
import { Notice } from '../status/Notice';
import { useTexts } from '../translation/ref';
import { FleetState, viewQueryOf } from './fleetState';
import { LONGEST_NAME } from './storedViews';
import { useSavedViews } from './useSavedViews';

const useStyles = makeStyles(
  theme => ({
    menu: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      width: 340,
      maxWidth: '100%',
      padding: theme.spacing(2),
      '& [class*="MuiButton-root"]': { textTransform: 'none' },
    },
    list: { margin: 0, padding: 0, listStyle: 'none' },
    view: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
    link: { overflowWrap: 'anywhere' },
    current: { fontWeight: theme.typography.fontWeightBold as number },
    form: { display: 'flex', gap: theme.spacing(1) },
    name: { flex: '1 1 auto' },
  }),
  { name: 'GluePipelinesSavedViews' },
);

/** The saved views, as links, and a way to save the one that is looked at. */
function ViewsMenu(props: { query: string; onClose: () => void }) {
  const { query, onClose } = props;
  const classes = useStyles();
  const t = useTexts();
  const { views, save, remove } = useSavedViews();
  const [name, setName] = useState('');
  const [error, setError] = useState<unknown>();

  const attempt = async (change: Promise<void>) => {
    setError(undefined);
    try {
      await change;
    } catch (refusal) {
      setError(refusal);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted) {
      setName('');
      attempt(save({ name: wanted, query }));
    }
  };
  return (
    <div className={classes.menu}>
      {views.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('fleet.saved.none')}
        </Typography>
      ) : (
        <ul aria-label={t('fleet.saved.label')} className={classes.list}>
          {views.map(view => (
            <li key={view.name} className={classes.view}>
              <Link
                to={`?${view.query}`}
                onClick={onClose}
                aria-current={view.query === query ? 'page' : undefined}
                className={
                  view.query === query
                    ? `${classes.link} ${classes.current}`
                    : classes.link
                }
              >
                {view.name}
              </Link>
              <IconButton
                size="small"
                aria-label={t('fleet.saved.remove', { view: view.name })}
                onClick={() => attempt(remove(view.name))}
              >
                <DeleteIcon fontSize="small" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <form className={classes.form} onSubmit={submit}>
        <TextField
          id="glue-pipelines-fleet-view-name"
          className={classes.name}
          label={t('fleet.saved.name')}
          size="small"
          variant="outlined"
          value={name}
          inputProps={{ maxLength: LONGEST_NAME }}
          onChange={event => setName(event.target.value)}
        />
        <Button type="submit" variant="outlined" disabled={!name.trim()}>
          {t('fleet.saved.save')}
        </Button>
      </form>
      {error !== undefined && (
        <Notice kind="error" role="alert">
          {t('fleet.saved.refused', { reason: errorText(error) })}
        </Notice>
      )}
    </div>
  );
}

/** Views of the fleet that one has given a name. Each is an address, so it can be sent to others. */
export function SavedViews({ state }: { state: FleetState }) {
  const t = useTexts();
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<BookmarkBorderIcon />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('fleet.saved.label')}
      </Button>
      <Popover
        open={anchor !== undefined}
        anchorEl={anchor}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{ role: 'dialog', 'aria-label': t('fleet.saved.label') }}
        onClose={() => setAnchor(undefined)}
      >
        <ViewsMenu
          query={viewQueryOf(state)}
          onClose={() => setAnchor(undefined)}
        />
      </Popover>
    </>
  );
}
