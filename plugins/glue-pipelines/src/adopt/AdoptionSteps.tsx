import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  WORKFLOW_ENTITY_TAG,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
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
  return (
    <ol className={classes.steps}>
      {owner ? (
        <li>
          Commit this file to a repository, and{' '}
          <Link to="/catalog-import">register it</Link> by its address.
          <Snippet
            name="catalog-info.yaml"
            text={entityYaml(workflow, entityRef, owner)}
          />
        </li>
      ) : (
        <li>
          Add the annotation to the file of {entityRef}. Where it has{' '}
          <code>{GLUE_WORKFLOW_ARN_ANNOTATION}</code> already, append the ARN
          after a comma.
          <Snippet name="annotation" text={annotationYaml(workflow)} />
        </li>
      )}
      <li>
        Let the workflow say whose it is, by its tag{' '}
        <code>{WORKFLOW_ENTITY_TAG}</code>: without it nobody starts it from
        here. Where a stack of CloudFormation or CDK makes the workflow, set the
        tag there, or the next deployment may take it away.
        <Snippet name="command" text={tagCommand(workflow, entityRef)} />
      </li>
    </ol>
  );
}
