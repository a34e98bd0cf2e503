import { chromium } from '@playwright/test';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Browser {
  executablePath: string;
  args: string[];
}

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
];

/** Chromium refuses its sandbox as root; the rest keeps it from calling out by itself. */
const ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium to test with: the one that `CHROMIUM_PATH` names, an installed
 * one, Playwright's own, or the one that npm brought.
 */
export async function findChromium(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isExecutable(named)) {
      throw new Error(`CHROMIUM_PATH names ${named}, which cannot be executed`);
    }
    return { executablePath: named, args: ARGS };
  }
  const installed = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => NAMES.map(name => join(folder, name)))
    .find(isExecutable);
  if (installed) return { executablePath: installed, args: ARGS };
  if (existsSync(chromium.executablePath())) {
    return { executablePath: chromium.executablePath(), args: ARGS };
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packaged } = await import('@sparticuz/chromium');
    return {
      executablePath: await packaged.executablePath(),
      // In a single process the end of one page is the end of the browser.
      args: [
        ...packaged.args.filter(arg => arg !== '--single-process'),
        ...ARGS,
      ],
    };
  }
  throw new Error(
    'No Chromium was found. Install Chrome or Chromium, run "npx playwright install chromium", ' +
      'or name one with CHROMIUM_PATH.',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
