import { ConfigReader } from '@backstage/config';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { TEMPLATE_DIR } from '../__testUtils__/examplePipeline';
import {
  offerPublishTargets,
  publishTargets,
  stepsOfTargets,
} from './offerPublishTargets';

const { parameters, steps } = parse(
  readFileSync(join(TEMPLATE_DIR, 'template.yaml'), 'utf8'),
).spec;

/** The choice of a form, with the fields that each alternative asks for. */
function choiceOf(pages: any[]) {
  const page = pages.find((each: any) => each.title === 'Publish');
  const { publishTo } = page.properties;
  return {
    enum: publishTo.enum,
    names: publishTo.enumNames,
    default: publishTo.default,
    alternatives: page.dependencies.publishTo.oneOf.map((branch: any) => [
      branch.properties.publishTo.enum[0],
      branch.required ?? [],
    ]),
  };
}

describe('publishTargets', () => {
  it.each([
    [{}, []],
    [{ gluePipelines: { aws: { endpoint: 'http://x' } } }, ['local']],
    [{ integrations: { github: [{ host: 'github.com' }] } }, ['github']],
    [
      {
        gluePipelines: { aws: { endpoint: 'http://x' } },
        integrations: { gitlab: [{ host: 'gitlab.com' }], github: [] },
      },
      ['local', 'github', 'gitlab'],
    ],
  ])('of %j are %j', (config, expected) =>
    expect(publishTargets(new ConfigReader(config))).toEqual(expected),
  );
});

describe('offerPublishTargets', () => {
  it('offers what can be chosen', () => {
    expect(
      choiceOf(offerPublishTargets(parameters, ['local', 'gitlab'])),
    ).toEqual({
      enum: ['local', 'gitlab'],
      names: ['This machine', 'GitLab'],
      default: 'local',
      alternatives: [
        ['local', []],
        ['gitlab', ['gitlabRepoUrl']],
      ],
    });
    expect(choiceOf(offerPublishTargets(parameters, ['github']))).toEqual({
      enum: ['github'],
      names: ['GitHub'],
      default: 'github',
      alternatives: [['github', ['githubRepoUrl']]],
    });
  });

  it('changes nothing else', () => {
    const others = (pages: any[]) =>
      pages.filter(({ title }) => title !== 'Publish');
    expect(others(offerPublishTargets(parameters, ['github']))).toEqual(
      others(parameters),
    );
    expect(offerPublishTargets(parameters, [])).toEqual(parameters);
  });
});

describe('stepsOfTargets', () => {
  it.each([
    [['local'], ['generate', 'local']],
    [['github'], ['generate', 'github', 'register']],
    [
      ['local', 'gitlab'],
      ['generate', 'local', 'gitlab', 'register'],
    ],
    [[], ['generate', 'local', 'github', 'gitlab', 'register']],
  ])('of %j are %j', (targets, expected) =>
    expect(
      stepsOfTargets<{ id: string; if?: string }>(steps, targets).map(
        ({ id }) => id,
      ),
    ).toEqual(expected),
  );
});
