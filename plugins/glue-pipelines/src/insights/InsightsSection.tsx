import { useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  InsightsResponse,
  ScriptLine,
} from '@glue-pipelines/backstage-plugin-common';
import { gluePipelinesApiRef, WorkflowOfEntity } from '../api/GluePipelinesApi';
import { OnDemandSection } from '../data/OnDemandSection';
import { Facts } from '../nodes/Facts';
import { Notice } from '../status/Notice';
import { Moment } from '../time/Moment';
import { useTexts } from '../translation/ref';
import { eventWords } from './insightWords';

const useStyles = makeStyles(
  theme => ({
    code: {
      display: 'block',
      fontFamily: 'Menlo, Consolas, monospace',
      fontSize: theme.typography.pxToRem(12.5),
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    list: {
      margin: theme.spacing(0.5, 0, 0),
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'GluePipelinesInsights' },
);

/** What Glue found out about a job that failed, asked for when somebody looks. */
export function InsightsSection(props: {
  workflow: WorkflowOfEntity;
  runId: string;
  /** The id of the job run. */
  attempt: string;
}) {
  const { workflow, runId, attempt } = props;
  const t = useTexts();
  const api = useApi(gluePipelinesApiRef);
  return (
    <OnDemandSection
      title={t('insights.title')}
      hint={t('insights.hint')}
      ask={signal =>
        api.getInsights({ ...workflow, runId, attempt }, { signal })
      }
    >
      {data => <Insights insights={data} />}
    </OnDemandSection>
  );
}

function Line({ says, line }: { says: string; line: ScriptLine }) {
  const classes = useStyles();
  return (
    <Typography variant="body2" component="div">
      {says}
      {line.code && <code className={classes.code}>{line.code}</code>}
    </Typography>
  );
}

function Insights({ insights }: { insights: InsightsResponse }) {
  const { failedAt, lastExecuted, events, recommendations } = insights;
  const classes = useStyles();
  const t = useTexts();
  return (
    <>
      {insights.absent && (
        <Typography variant="body2" role="status">
          {t(`insights.absent.${insights.absent}`)}
        </Typography>
      )}
      {insights.problems?.map(problem => (
        <Notice key={problem} kind="warning" role="status">
          {problem}
        </Notice>
      ))}
      <Facts
        facts={[
          [t('insights.script'), insights.script],
          [t('insights.reason'), insights.reason],
        ]}
      />
      {failedAt && (
        <Line
          says={t('insights.failedAt', { line: String(failedAt.line) })}
          line={failedAt}
        />
      )}
      {lastExecuted && lastExecuted.line !== failedAt?.line && (
        <Line
          says={t('insights.lastExecuted', { line: String(lastExecuted.line) })}
          line={lastExecuted}
        />
      )}
      {events.length > 0 && (
        <Typography variant="body2" component="div">
          {t('insights.events')}
          <ul className={classes.list}>
            {events.map((event, index) => (
              <li key={`${index} ${event.name}`}>
                {event.at
                  ? t('insights.event', {
                      when: <Moment instant={event.at} />,
                      what: eventWords(t, event),
                    })
                  : eventWords(t, event)}
              </li>
            ))}
          </ul>
        </Typography>
      )}
      {recommendations.length > 0 && (
        <Typography variant="body2" component="div">
          {t('insights.recommendations')}
          <ul className={classes.list}>
            {recommendations.map(recommendation => (
              <li key={recommendation}>{recommendation}</li>
            ))}
          </ul>
        </Typography>
      )}
    </>
  );
}
