import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/version';

/** File by file, outside of Jest, which would transform the compiler too. */
const compile = `
  const fs = require('node:fs');
  const path = require('node:path');
  const { transpileModule } = require('typescript');
  const [, sources, folder] = process.argv;
  const compilerOptions = {
    module: 'commonjs',
    target: 'es2022',
    esModuleInterop: true,
  };
  for (const name of fs.readdirSync(sources, { recursive: true })) {
    if (!name.endsWith('.ts') || /\\.test\\.|__testUtils__/.test(name)) continue;
    const source = fs.readFileSync(path.join(sources, name), 'utf8');
    const { outputText } = transpileModule(source, { compilerOptions });
    const target = path.join(folder, 'dist', name.replace(/ts$/, 'js'));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, outputText);
  }
`;

function compileSources(packageFolder: string, folder: string): void {
  execFileSync(
    process.execPath,
    ['-e', compile, '--', join(packageFolder, 'src'), folder],
    { cwd: packageRoot },
  );
}

/**
 * The server as JavaScript, which starts in half the time that it takes from
 * its sources: for tests that start it many times. Types are not checked.
 */
export class CompiledServer {
  /** Laid out as the package is; below it, so that modules are found. */
  readonly #folder = join(
    packageRoot,
    'node_modules',
    '.cache',
    `compiled-${process.pid}`,
  );

  constructor() {
    mkdirSync(this.#folder, { recursive: true });
    compileSources(packageRoot, this.#folder);
    this.#addLanguage();
    copyFileSync(
      join(packageRoot, 'package.json'),
      join(this.#folder, 'package.json'),
    );
    symlinkSync(join(packageRoot, 'python'), join(this.#folder, 'python'));
  }

  /** The language of pipelines, whose entries in this repository are sources. */
  #addLanguage(): void {
    const sources = join(packageRoot, '../pipeline');
    const folder = join(
      this.#folder,
      'node_modules',
      '@glue-pipelines',
      'pipeline',
    );
    compileSources(sources, folder);
    const manifest = readFileSync(join(sources, 'package.json'), 'utf8');
    writeFileSync(
      join(folder, 'package.json'),
      manifest.replace(/"\.\/src\/(.*)\.ts"/g, '"./dist/$1.js"'),
    );
  }

  /** Arguments of Node that run the command line. */
  get program(): string[] {
    const cli = JSON.stringify(join(this.#folder, 'dist', 'cli'));
    const run = `require(${cli}).runCli(['node', 'local-glue', ...process.argv.slice(1)]).then(code => { process.exitCode = code; });`;
    return ['-e', run, '--'];
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
