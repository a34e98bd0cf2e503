import { PromiseState } from '@glue-pipelines/backstage-plugin-common';
import { english, german } from '../__testUtils__/texts';
import { promiseWords } from './promiseWords';

const now = Date.parse('2026-11-21T10:00:00Z');
const LATE = { state: 'late', dueAt: '2026-11-21T08:30:00Z' } as const;
const KEPT = { state: 'fresh', dueAt: '2026-11-21T12:00:00Z' } as const;
const DAILY = { kind: 'expected', promise: 'by 07:00 Europe/Berlin' } as const;
const EVERY = { kind: 'expected', promise: 'PT6H' } as const;
const FRESH = { kind: 'freshness', promise: 'P1D' } as const;

it.each<[PromiseState, string, string]>([
  [
    { ...DAILY, ...LATE },
    'Expected by 07:00 Europe/Berlin, no successful run yet',
    'Bis 07:00 Europe/Berlin erwartet, noch kein erfolgreicher Lauf',
  ],
  [
    { ...DAILY, ...KEPT },
    'On time, next due in 2 h',
    'Pünktlich, wieder fällig in 2 h',
  ],
  [{ ...EVERY, ...LATE }, 'Late by 1 h 30 min', '1 h 30 min verspätet'],
  [{ ...EVERY, state: 'late' }, 'Late', 'Verspätet'],
  [{ ...FRESH, ...LATE }, 'Stale for 1 h 30 min', 'Seit 1 h 30 min veraltet'],
  [{ ...FRESH, state: 'late' }, 'Stale', 'Veraltet'],
  [{ ...FRESH, ...KEPT }, 'Fresh, due in 2 h', 'Aktuell, fällig in 2 h'],
  [FRESH, 'Promise P1D: not known', 'Zusage P1D: nicht bekannt'],
  [{ ...FRESH, problem: 'no duration' }, 'no duration', 'no duration'],
])('tells %j', (judged, inEnglish, inGerman) => {
  expect(promiseWords(english, judged, now)).toBe(inEnglish);
  expect(promiseWords(german, judged, now)).toBe(inGerman);
});
