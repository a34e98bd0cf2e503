import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

export interface Guide {
  /** What it has `yarn add` bring, by the folder of the package that gets it. */
  packages: Record<string, string[]>;
  /** What it adds to a file, one entry for each comment that says where: its text and the code below it. */
  additions(file: string): { where: string; code: string }[];
}

const COMMENT = /^\/\/ ?(.*)$/;

/** Splits code at its comments. */
function parts(content: string) {
  const found: { where: string; code: string }[] = [];
  for (const line of content.split('\n')) {
    const where = COMMENT.exec(line)?.[1];
    if (where !== undefined) {
      found.push({ where, code: '' });
    } else if (found.length > 0) {
      found.at(-1)!.code += `${line}\n`;
    }
  }
  return found;
}

/** Reads what docs/install.md tells an adopter to do. */
export function readGuide(): Guide {
  const text = readFileSync(join(root, 'docs/install.md'), 'utf8');
  const blocks = [...text.matchAll(/^```\w+\n([^]*?)^```$/gm)].map(
    ([, content]) => content,
  );
  const packages: Record<string, string[]> = {};
  for (const [, folder, names] of text.matchAll(
    /^yarn --cwd (\S+) add (.+)$/gm,
  )) {
    (packages[folder] ??= []).push(...names.split(/\s+/));
  }
  return {
    packages,
    additions(file) {
      const found = blocks
        .map(parts)
        .filter(([first]) => first?.where.startsWith(file))
        .flat();
      if (found.length === 0) {
        throw new Error(`docs/install.md says nothing of ${file}`);
      }
      return found;
    },
  };
}
