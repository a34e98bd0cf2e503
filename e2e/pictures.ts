import { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment';

/** With UPDATE_PICTURES=1 the pictures of the documentation are taken anew. */
const folder = process.env.UPDATE_PICTURES
  ? join(root, 'docs/images')
  : join(root, '.local-glue/pictures');

/** Takes a picture of what the window shows. */
export async function picture(page: Page, name: string) {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
