import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { GLUE_PIPELINES_SEARCH_TYPE } from '@glue-pipelines/backstage-plugin-common';
import AccountTreeIcon from '@material-ui/icons/AccountTree';

/** `search-result-list-item:glue-pipelines`: a pipeline that the search has found, with its health. */
export const searchResult = SearchResultListItemBlueprint.make({
  params: {
    predicate: ({ type }) => type === GLUE_PIPELINES_SEARCH_TYPE,
    icon: <AccountTreeIcon />,
    component: () =>
      import('../search/PipelineResult').then(
        ({ PipelineResult }) => PipelineResult,
      ),
  },
});
