import {
  identityApiRef,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  scaffolderApiRef,
  type ScaffolderApi,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonObject } from '@backstage/types';
import { GLUE_WORKFLOW_ARN_ANNOTATION } from '@glue-pipelines/backstage-plugin-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Route, Routes } from 'react-router-dom';
import { parse } from 'yaml';
import { checkPart } from '../checkPart';
import { PartField } from '../PartField';
import { pipelineFormApiRef, type PipelineFormApi } from '../PipelineFormApi';

interface Page {
  title: string;
  required?: string[];
  properties: Record<string, JsonObject>;
}

const TEMPLATE: Page[] = parse(
  readFileSync(
    join(
      __dirname,
      '../../../../../templates/glue-redshift-pipeline/template.yaml',
    ),
    'utf8',
  ),
).spec.parameters;

/** A part as the catalog's module writes it, without what other plugins fill in. */
const part = (name: string, given: JsonObject, required: boolean) => {
  if (given['ui:field'] === 'GluePipelinePart') {
    return given;
  }
  const { 'ui:field': _, ...form } = given;
  return {
    title: form.title,
    type: form.type,
    ...(form.default !== undefined && { default: form.default }),
    ...(form.type === 'string' && { default: '' }),
    'ui:field': 'GluePipelinePart',
    'ui:options': { part: name, required, form, hideError: true },
  };
};

const stepOf = ({ title, properties, required = [] }: Page) => ({
  title,
  schema: {
    title,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, form]) => [
        name,
        part(name, form, required.includes(name)),
      ]),
    ),
  },
});

const TEAM = 'group:default/data-engineering';

const ORDERS_ARN = 'arn:aws:glue:eu-west-1:123456789012:workflow/daily-orders';

/** Shows pages of the template, for somebody who is a member of one team. */
export function showPages(
  titles: string[],
  options: {
    api?: Partial<PipelineFormApi>;
    form?: JsonObject;
    language?: string;
    teams?: string[];
    listTasks?: ScaffolderApi['listTasks'];
    search?: string;
  } = {},
) {
  const { api, form, language = 'en', teams = [TEAM], search = '' } = options;
  const { listTasks = async () => ({ tasks: [] }) } = options;
  window.localStorage.setItem('language', language);
  const onCreate = jest.fn(async (_values: object) => {});
  const identity: Partial<IdentityApi> = {
    getBackstageIdentity: async () => ({
      type: 'user',
      userEntityRef: 'user:default/ada',
      ownershipEntityRefs: ['user:default/ada', ...teams],
    }),
  };
  const steps = titles.map(title =>
    stepOf(TEMPLATE.find(page => page.title === title)!),
  );
  const extensions = [
    { name: 'GluePipelinePart', component: PartField, validation: checkPart },
  ];
  const { unmount } = renderInTestApp(
    <Routes>
      <Route
        path="/create/templates/:namespace/:templateName"
        element={
          <Stepper
            manifest={{ title: 'Pipeline', steps: steps as never }}
            extensions={extensions as never}
            onCreate={onCreate}
            initialState={form as never}
          />
        }
      />
    </Routes>,
    {
      initialRouteEntries: [`/create/templates/default/pipeline${search}`],
      config: {
        app: {
          extensions: [
            {
              'api:app/app-language': {
                config: { availableLanguages: ['en', 'de'] },
              },
            },
          ],
        },
      },
      apis: [
        [identityApiRef, identity as IdentityApi],
        [scaffolderApiRef, { listTasks } as ScaffolderApi],
        [
          pipelineFormApiRef,
          { check: async () => [], ...api } as PipelineFormApi,
        ],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Component',
                metadata: {
                  name: 'daily-orders',
                  annotations: { [GLUE_WORKFLOW_ARN_ANNOTATION]: ORDERS_ARN },
                },
              },
            ],
          }),
        ],
      ],
    },
  );
  return { onCreate, unmount };
}
