import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  fieldPath,
  InvalidPipelineError,
  parsePipeline,
  type Pipeline,
} from '@glue-pipelines/pipeline';
import fs from 'fs-extra';
import { isDeepStrictEqual } from 'node:util';
import { parse, parseAllDocuments } from 'yaml';
import { pipelineFromForm } from '../form/pipelineFromForm';
import { findAssets } from '../repository/assets';
import { generateRepository } from '../repository/generateRepository';
import { hostileValues } from './hostileValues';
import { FORMS, textsOf, withText } from './widestForm';

/** How many values are tried; `npm run hostile` tries more, and each time others. */
const VALUES = Number(process.env.GLUE_PIPELINES_HOSTILE_VALUES ?? 600);
const SEED = Number(process.env.GLUE_PIPELINES_HOSTILE_SEED ?? 1);

jest.setTimeout(60_000 + VALUES * 200);

/** What of the skeleton is rendered or named after the pipeline. */
const isRendered = (file: string) =>
  file.endsWith('.njk') ||
  ['cdk.json', 'package.json', 'package-lock.json'].includes(file);

/** Markdown that would be markup: of what people wrote all is escaped. */
const MARKUP = /(?<!\\)<\/?(script|img)|(?<!\\)\]\((javascript|http:\/\/evil)/;

/** Mulberry32: the same seed gives the same order. */
function random(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('hostile values', () => {
  const directory = createMockDirectory();
  const canary = () => directory.resolve('canary');

  /** Each value in each text, in an order by chance, over and over. */
  function* tried() {
    const next = random(SEED);
    const all = FORMS.flatMap(form =>
      textsOf(form).flatMap(path =>
        hostileValues(canary()).map(({ what, make }) => ({
          what: `${what} in ${fieldPath(path)}`,
          field: fieldPath(path),
          form: withText(form, path, make),
        })),
      ),
    );
    for (let count = 0; count < VALUES; count++) {
      yield all[Math.floor(next() * all.length)];
    }
  }

  const parsed = (form: object): Pipeline | InvalidPipelineError => {
    try {
      return parsePipeline(pipelineFromForm(form as never));
    } catch (error) {
      if (error instanceof InvalidPipelineError) {
        return error;
      }
      throw error;
    }
  };

  /** The files of a repository that was generated of a pipeline. */
  async function generated(pipeline: Pipeline): Promise<string[]> {
    await generateRepository({
      pipeline,
      directory: directory.resolve('repository'),
      skeletonDir: directory.resolve('skeleton'),
      etlScriptsDir: directory.resolve('jobs'),
      region: 'eu-west-1',
      accountId: '123456789012',
      synthesize: false,
      log: () => {},
    });
    const files = await fs.readdir(directory.resolve('repository'), {
      recursive: true,
      encoding: 'utf8',
    });
    return files.sort();
  }

  const written = (file: string) =>
    fs.readFile(directory.resolve(`repository/${file}`), 'utf8');

  /** What is said of a text that is refused, where that does not lead to it. */
  function unnamed({ problems }: InvalidPipelineError, field: string) {
    const isNamed = problems.some(
      problem =>
        problem.field.startsWith(field) || field.startsWith(problem.field),
    );
    // What is called otherwise now is missed where something else names it.
    const isMissed = problems.some(({ message }) =>
      /no column|no source|does not read/.test(message),
    );
    return isNamed || isMissed ? undefined : { problems };
  }

  /** What of a repository is something else than what was written into the form. */
  async function notInert(pipeline: Pipeline) {
    const files = await generated(pipeline);
    const odd = files.filter(file => !/^[\w.-]+(\/[\w.-]+)*$/.test(file));
    const ofKind = (kind: RegExp) =>
      Promise.all(files.filter(file => kind.test(file)).map(written));
    const markup = (await ofKind(/\.md$/)).flatMap(
      text => MARKUP.exec(text)?.[0] ?? [],
    );
    const documents = (await ofKind(/\.ya?ml$/)).map(text =>
      parseAllDocuments(text),
    );
    const several = documents.filter(
      all => all.length !== 1 || all[0].errors.length > 0,
    );
    const { kind } = parse(await written('catalog-info.yaml'));
    const isSame = isDeepStrictEqual(
      parsePipeline(parse(await written('pipeline.yaml'))),
      pipeline,
    );
    return [...odd, ...markup, ...several].length === 0 &&
      kind === 'Component' &&
      isSame
      ? undefined
      : { odd, markup, several: several.length, kind, isSame };
  }

  beforeAll(async () => {
    directory.setContent({ skeleton: {}, jobs: {} });
    const { skeletonDir } = findAssets();
    const files = await fs.readdir(skeletonDir, {
      recursive: true,
      encoding: 'utf8',
    });
    for (const file of files.filter(isRendered)) {
      await fs.copy(
        `${skeletonDir}/${file}`,
        directory.resolve(`skeleton/${file}`),
      );
    }
  });

  it('begins with forms that are right', () => {
    for (const form of FORMS) {
      expect(parsed(form)).not.toBeInstanceOf(InvalidPipelineError);
    }
  });

  it('refuses them by their field, or writes them as what they are', async () => {
    const wrong: object[] = [];
    let refused = 0;
    for (const { what, field, form } of tried()) {
      const pipeline = parsed(form);
      const isRefused = pipeline instanceof InvalidPipelineError;
      const found = isRefused
        ? unnamed(pipeline, field)
        : await notInert(pipeline);
      await fs.emptyDir(directory.resolve('repository'));
      const beside = (await fs.readdir(directory.path)).filter(
        name => !['jobs', 'repository', 'skeleton'].includes(name),
      );
      if (found || beside.length > 0) {
        wrong.push({ what, ...found, beside });
      }
      refused += isRefused ? 1 : 0;
    }
    const inert = VALUES - refused;
    process.stdout.write(
      `${VALUES} hostile values (seed ${SEED}): ${refused} refused by their field, ${inert} written as they are, none executed, nothing written elsewhere\n`,
    );
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(0);
    expect(inert).toBeGreaterThan(0);
  });
});
