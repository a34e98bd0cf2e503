import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

const layout = {
  width: { minColumns: 3, defaultColumns: 6 },
  height: { minRows: 3, defaultRows: 5 },
};

/** `home-page-widget:glue-pipelines/my-pipelines`: how the user's own pipelines are. */
export const myPipelinesWidget = HomePageWidgetBlueprint.make({
  name: 'my-pipelines',
  params: {
    name: 'GluePipelinesMine',
    title: 'My pipelines',
    description: 'How the Glue pipelines are that you or your groups own',
    layout,
    components: () =>
      import('../home/MyPipelines').then(({ MyPipelines }) => ({
        Content: MyPipelines,
      })),
  },
});

/** `home-page-widget:glue-pipelines/failing-now`: what fails at the moment. */
export const failingNowWidget = HomePageWidgetBlueprint.make({
  name: 'failing-now',
  params: {
    name: 'GluePipelinesFailing',
    title: 'Failing now',
    description: 'Glue pipelines whose last run failed',
    layout,
    components: () =>
      import('../home/FailingNow').then(({ FailingNow }) => ({
        Content: FailingNow,
      })),
  },
});
