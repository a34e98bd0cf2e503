import { build } from 'esbuild';
import { CDPSession, chromium, Page } from 'playwright-core';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { findChromium } from '../../e2e/chromium';
import { BUNDLE_OPTIONS } from './bundleOptions';

const ORIGIN = 'http://benchmark.localhost';

/** What the page's main thread was busy with, in milliseconds. */
export interface MainThread {
  taskMs: number;
  scriptMs: number;
}

/** A page of `benchmarks/browser` in Chromium. */
export interface BrowserPage {
  page: Page;
  version: string;
  /** What the main thread does while something goes on. */
  measure<T>(act: () => Promise<T>): Promise<T & MainThread>;
  close(): Promise<void>;
}

/** Builds a page as for production and opens it; its `#stage` shows that it is there. */
export async function openPage(file: string): Promise<BrowserPage> {
  const { outputFiles } = await build({
    ...BUNDLE_OPTIONS,
    entryPoints: [join(root, 'benchmarks/browser', file)],
    format: 'iife',
    write: false,
    outdir: 'out',
  });
  const script = outputFiles.find(({ path }) => path.endsWith('.js'))!;
  const browser = await chromium.launch(await findChromium());
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
  });
  page.on('pageerror', error => console.error(error));
  await page.route('**/*', route => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/page.js') {
      return route.fulfill({
        contentType: 'text/javascript; charset=utf-8',
        body: script.text,
      });
    }
    return pathname.startsWith('/api')
      ? route.fulfill({ status: 503, json: {} })
      : route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><div id="root"></div><script src="/page.js"></script>',
        });
  });
  await page.goto(ORIGIN);
  await page.waitForSelector('#stage', { state: 'attached' });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return {
    page,
    version: browser.version(),
    measure: async act => {
      const before = await mainThread(session);
      const result = await act();
      const after = await mainThread(session);
      return {
        ...result,
        taskMs: after.taskMs - before.taskMs,
        scriptMs: after.scriptMs - before.scriptMs,
      };
    },
    close: () => browser.close(),
  };
}

async function mainThread(session: CDPSession): Promise<MainThread> {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (wanted: string) =>
    (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1000;
  return { taskMs: ms('TaskDuration'), scriptMs: ms('ScriptDuration') };
}
