import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  PlannedGrant,
  PlannedRole,
} from '@glue-pipelines/backstage-plugin-common';
import { type Texts, useTexts } from '../translation/ref';

const useStyles = makeStyles(
  theme => ({
    role: {
      overflowWrap: 'anywhere',
      fontSize: theme.typography.pxToRem(14),
      '& summary': { cursor: 'pointer', padding: theme.spacing(0.5, 0) },
      '& ul': { margin: theme.spacing(0, 0, 1), paddingLeft: theme.spacing(3) },
    },
  }),
  { name: 'GluePipelinesPlannedRoles' },
);

function grantWords(
  t: Texts,
  { actions, resources, conditions }: PlannedGrant,
): string {
  const words = {
    actions: actions.join(', '),
    resources: resources
      .map(name => (name === '*' ? t('plan.allOf') : name))
      .join(', '),
  };
  return conditions.length > 0
    ? t('plan.grantIf', { ...words, conditions: conditions.join(', ') })
    : t('plan.grant', words);
}

/** The roles that a pipeline brings, each with what it may do. */
export function PlannedRoles({ roles }: { roles: PlannedRole[] }) {
  const classes = useStyles();
  const t = useTexts();
  return (
    <>
      <Typography variant="body2">{t('plan.rolesHelp')}</Typography>
      {roles.map(({ name, assumedBy, policies, grants }) => (
        <details key={name} className={classes.role}>
          <summary>
            {t('plan.assumedBy', {
              role: name,
              services: assumedBy.join(', '),
            })}
          </summary>
          <ul>
            {policies.map(policy => (
              <li key={policy}>{t('plan.policy', { name: policy })}</li>
            ))}
            {grants
              .map(grant => grantWords(t, grant))
              .map(words => (
                <li key={words}>{words}</li>
              ))}
          </ul>
        </details>
      ))}
    </>
  );
}
