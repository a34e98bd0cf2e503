import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  WORKFLOW_ENTITY_TAG,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { useTexts } from '../translation/ref';
import { annotationYaml, entityYaml, tagCommand } from './adoption';
import { Snippet } from './Snippet';

const useStyles = makeStyles(
  theme => ({
    steps: {
      margin: 0,
      paddingLeft: theme.spacing(3),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      '& li + li': { marginTop: theme.spacing(2) },
      '& li > div': { marginTop: theme.spacing(1) },
    },
  }),
  { name: 'GluePipelinesAdoptionSteps' },
);

/** What is to be done so that the workflow is on the page of the entity. */
export function AdoptionSteps(props: {
  workflow: WorkflowArn;
  entityRef: string;
  /** Of a new entity; absent for one that exists. */
  owner?: string;
}) {
  const { workflow, entityRef, owner } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <ol className={classes.steps}>
      {owner ? (
        <li>
          {t('adopt.commit', {
            register: <Link to="/catalog-import">{t('adopt.register')}</Link>,
          })}
          <Snippet
            name="catalog-info.yaml"
            text={entityYaml(workflow, entityRef, owner)}
          />
        </li>
      ) : (
        <li>
          {t('adopt.annotate', {
            entity: entityRef,
            annotation: <code>{GLUE_WORKFLOW_ARN_ANNOTATION}</code>,
          })}
          <Snippet
            name={t('adopt.annotation')}
            text={annotationYaml(workflow)}
          />
        </li>
      )}
      <li>
        {t('adopt.tag', { tag: <code>{WORKFLOW_ENTITY_TAG}</code> })}
        <Snippet
          name={t('adopt.command')}
          text={tagCommand(workflow, entityRef)}
        />
      </li>
    </ol>
  );
}
