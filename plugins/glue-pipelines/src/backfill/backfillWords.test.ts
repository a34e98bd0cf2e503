import { RunHealth } from '@glue-pipelines/backstage-plugin-common';
import { english, german } from '../__testUtils__/texts';
import { progressWords } from './backfillWords';

const items = (...healths: (RunHealth | undefined)[]) => ({
  items: healths.map((health, i) => ({
    value: String(i),
    run: health && { id: `wr_${i}`, health },
  })),
});

describe('progressWords', () => {
  it.each([
    [items(undefined, undefined), '0 of 2 done', '0 von 2 fertig'],
    [
      items('succeeded', 'failed', 'running', undefined),
      '2 of 4 done · 1 failed · 1 running',
      '2 von 4 fertig · 1 fehlgeschlagen · 1 läuft',
    ],
    [
      items('stopped', 'partially-failed', 'failed', 'running', 'stopping'),
      '3 of 5 done · 2 failed · 2 running',
      '3 von 5 fertig · 2 fehlgeschlagen · 2 laufen',
    ],
  ])('says %#', (backfill, inEnglish, inGerman) => {
    expect(progressWords(english, backfill)).toBe(inEnglish);
    expect(progressWords(german, backfill)).toBe(inGerman);
  });
});
