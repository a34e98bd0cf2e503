import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The operations of AWS whose commands and paginators the code of a package imports, tests apart. */
export function calledOperations(folder: string): string[] {
  const source = join(folder, 'src');
  const files = readdirSync(source, {
    recursive: true,
    encoding: 'utf8',
  }).filter(
    file => /\.ts$/.test(file) && !/\.test\.ts$|__testUtils__/.test(file),
  );
  const names = files.flatMap(file => {
    const imports = readFileSync(join(source, file), 'utf8').matchAll(
      /import \{([^}]*)\} from '@aws-sdk\/client-/g,
    );
    return [...imports].flatMap(([, list]) =>
      [...list.matchAll(/\b(?:paginate(\w+)|(\w+)Command)\b/g)].map(
        ([, paginated, command]) => paginated ?? command,
      ),
    );
  });
  return [...new Set(names)].sort();
}
