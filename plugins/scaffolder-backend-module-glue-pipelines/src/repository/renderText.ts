import fs from 'fs-extra';
import { join } from 'node:path';

/** What the data files of the skeleton may refer to. */
export interface RepositoryValues {
  name: string;
  description: string;
  owner: string;
  tags: string[];
  region: string;
  accountId: string;
  database: string;
  schema: string;
  table: string;
  sources: { name: string; uri: string; format: string }[];
  /** What computes the rows, why, and what it costs. */
  engineWords: string;
  /** Which sources a run copies before it reads them, and why. */
  copies: string[];
  /** What each step of the transformation does, in one line. */
  steps: string[];
  /** What the result must meet, each rule in one line. */
  rules: string[];
  /** Those of them that only the jobs can judge, not Glue Data Quality. */
  rulesOfJobs: string[];
  /** The pipeline as a flowchart of Mermaid. */
  picture: Markup;
  /** What a run and a month cost, item by item. */
  costs: string[];
  workflowArn: string;
  warehouse: { kind: 'workgroup' | 'cluster'; name: string };
  warehouseArn: string;
  /** The shared warehouse by its name. */
  shared?: string;
  /** The pipeline after whose runs this one starts. */
  after?: string;
  /** Which warehouse it is, and whose. */
  warehouseWords: string;
}

/** What is Markdown already, made by the portal itself of names that are checked. */
export class Markup {
  constructor(readonly text: string) {}
}

/** How a value is written into a file. */
export type Writer = (value: unknown) => string;

/** JSON is YAML too: a value that stands alone can never become structure. */
export const writeJson: Writer = value => JSON.stringify(value);

const escaped = (value: unknown) =>
  [value]
    .flat()
    .map(item =>
      typeof item === 'object' && item !== null
        ? Object.values(item).join(' ')
        : String(item),
    )
    .join(', ')
    .replace(/[\\`*{}[\]<>()#+!|&~]|(?<!\w)_|_(?!\w)/g, '\\$&');

/**
 * Text in which Markdown sees no markup; lists are separated by commas. An
 * underscore inside a word is none, so names stay whole in blocks of code.
 * `Markup` is written as it is.
 */
export const writeMarkdown: Writer = value =>
  value instanceof Markup ? value.text : escaped(value);

/** An item of a list that stands for as many items as the value has. */
const ITEMS = /^- (\$\{\{\s*values\.([A-Za-z]+)\s*\}\})$/gm;

const PLACEHOLDER = /\$\{\{\s*values\.([A-Za-z]+)\s*\}\}/g;

/**
 * Fills in the placeholders `${{ values.<name> }}` of a data file; a list that
 * is alone in an item of Markdown becomes an item for each. There is no other
 * syntax: what a person typed is only ever written, never evaluated.
 *
 * @throws Error for a placeholder that names no value
 */
export function renderText(
  template: string,
  values: Readonly<Record<string, unknown>>,
  write: Writer,
): string {
  const leftOver = template.replace(PLACEHOLDER, '').match(/\$\{\{.*|\{%.*/);
  if (leftOver) {
    throw new Error(`"${leftOver[0]}" is not a placeholder of the skeleton`);
  }
  const valueOf = (name: string) => {
    if (!Object.hasOwn(values, name)) {
      throw new Error(`The skeleton asks for an unknown value "${name}"`);
    }
    return values[name];
  };
  return template
    .split(ITEMS)
    .map((part, index) => {
      if (index % 3 === 0) {
        return part.replace(PLACEHOLDER, (_, name: string) =>
          write(valueOf(name)),
        );
      }
      return index % 3 === 2
        ? [valueOf(part)]
            .flat()
            .map(item => `- ${write(item)}`)
            .join('\n')
        : '';
    })
    .join('');
}

const DATA_FILE_SUFFIX = '.njk';

/** Fills in the data files, whose names end in `.njk`; no code is ever rendered. */
export async function renderDataFiles(
  directory: string,
  values: Readonly<Record<string, unknown>>,
) {
  const files = await fs.readdir(directory, {
    recursive: true,
    encoding: 'utf8',
  });
  for (const file of files.filter(name => name.endsWith(DATA_FILE_SUFFIX))) {
    const template = join(directory, file);
    const target = template.slice(0, -DATA_FILE_SUFFIX.length);
    const write = target.endsWith('.md') ? writeMarkdown : writeJson;
    await fs.writeFile(
      target,
      renderText(await fs.readFile(template, 'utf8'), values, write),
    );
    await fs.remove(template);
  }
}
