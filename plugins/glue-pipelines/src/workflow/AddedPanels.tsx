import {
  RunDetail,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { createContext, useContext } from 'react';
import { Panel } from './Panel';

/**
 * What a panel that an adopter adds is told.
 * @public
 */
export interface GluePanelProps {
  entityRef: string;
  workflow: WorkflowDetail;
  /** The run that is looked at. Absent: there is none, or it is on its way. */
  run?: RunDetail;
}

/**
 * A panel that an adopter added to the tab.
 *
 * @public
 */
export interface AddedPanel {
  /** Of its extension. */
  id: string;
  title: string;
  Content: (props: GluePanelProps) => JSX.Element;
}

const Added = createContext<readonly AddedPanel[]>([]);

/** Hands the panels of adopters to the tab within it. */
export const AddedPanelsProvider = Added.Provider;

/** The panels of adopters, in the order of the app's configuration. */
export function AddedPanels(props: GluePanelProps) {
  return (
    <>
      {useContext(Added).map(({ id, title, Content }) => (
        <Panel key={id} title={title}>
          <Content {...props} />
        </Panel>
      ))}
    </>
  );
}
