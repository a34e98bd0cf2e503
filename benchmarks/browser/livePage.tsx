import {
  ApiFactoryRegistry,
  ApiProvider,
  ApiResolver,
} from '@backstage/core-app-api';
import { AnyApiRef } from '@backstage/core-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  GluePipelinesSignal,
  NodeState,
} from '@glue-pipelines/backstage-plugin-common';
import { useState } from 'react';
import {
  covidHiring,
  covidHiringRuns,
  runningRun,
} from '../../plugins/glue-pipelines/src/__fixtures__/covidHiring';
import {
  covidHiringEntity,
  fixtureApi,
} from '../../plugins/glue-pipelines/src/__fixtures__/fixtureApi';
import gluePipelinesPlugin, {
  gluePipelinesApiRef,
} from '../../plugins/glue-pipelines/src';
import { GlueTab } from '../../plugins/glue-pipelines/src/workflow/GlueTab';
import { mount } from './app';
import { changingNode, graphOf } from './graphs';
import { pause, whenShown } from './watch';

/** How long a page is looked at after it was told of a change. */
const LOOK_MS = 1000;

let nodes = 0;
let state: NodeState = 'running';
const listeners = new Set<(message: GluePipelinesSignal) => void>();

/** What the back end answers, read as from the network. */
const answer = async <T,>(data: T): Promise<T> =>
  JSON.parse(JSON.stringify(data));

const workflow = { ...covidHiring, health: 'running' as const };
const api = {
  ...fixtureApi(),
  getWorkflows: () => answer({ items: [{ ...workflow, lastRun: runningRun }] }),
  getRuns: () => answer({ items: [runningRun, ...covidHiringRuns] }),
  getRun: () => answer({ ...runningRun, graph: graphOf(nodes, state) }),
};

function apis() {
  const registry = new ApiFactoryRegistry();
  const provide = (ref: AnyApiRef, implementation: unknown) =>
    registry.register('app', {
      api: ref,
      deps: {},
      factory: () => implementation,
    });
  provide(gluePipelinesApiRef, api);
  provide(permissionApiRef, {
    authorize: async () => ({ result: AuthorizeResult.ALLOW }),
  });
  provide(signalApiRef, {
    subscribe: (_: string, listener: (message: unknown) => void) => {
      listeners.add(listener);
      return { unsubscribe: () => listeners.delete(listener) };
    },
  });
  return new ApiResolver(registry);
}

let setShown: (shown: boolean) => void = () => {};

function Stage() {
  const [resolver] = useState(apis);
  const [shown, set] = useState(false);
  setShown = set;
  return (
    <div id="stage">
      {shown && (
        <ApiProvider apis={resolver}>
          <EntityProvider entity={covidHiringEntity}>
            <GlueTab />
          </EntityProvider>
        </ApiProvider>
      )}
    </div>
  );
}

const shows = (wanted: NodeState) =>
  document
    .querySelector(
      `#stage [role="group"] button[title="${changingNode(nodes)}"]`,
    )
    ?.textContent?.toLowerCase()
    .includes(wanted) === true;

const bench = {
  /** Opens the page of a workflow of so many nodes, one of which runs. */
  async open(count: number): Promise<void> {
    nodes = count;
    state = 'running';
    setShown(true);
    await whenShown(() => shows(state));
    await pause(LOOK_MS);
  },
  /** Tells the page that a node has come to a state, and times until it shows so. */
  async hear(next: NodeState): Promise<{ shownMs: number }> {
    state = next;
    const shown = whenShown(() => shows(next));
    const from = performance.now();
    listeners.forEach(listener =>
      listener({ action: 'workflow-changed', key: workflow.signalKey }),
    );
    const [at] = await Promise.all([shown, pause(LOOK_MS)]);
    return { shownMs: at - from };
  },
  /** Tells it nothing for as long. */
  async rest(): Promise<object> {
    await pause(LOOK_MS);
    return {};
  },
  async close(): Promise<void> {
    setShown(false);
    await pause(300);
  },
};

declare global {
  interface Window {
    liveBench: typeof bench;
  }
}
window.liveBench = bench;
mount(<Stage />, [catalogPlugin, gluePipelinesPlugin]);
