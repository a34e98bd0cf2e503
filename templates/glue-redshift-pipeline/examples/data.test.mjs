import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { seedExamples, syntheticCases, syntheticHiring } from './data.mjs';

const sha256 = text => createHash('sha256').update(text).digest('hex');

/** The path of an s3:// URI below the folder of the buckets. */
const pathOf = (root, uri) => join(root, uri.replace('s3://', ''));

describe('the synthetic data', () => {
  const [header, ...rows] = syntheticCases().trimEnd().split('\n');

  it('has the same bytes everywhere', () => {
    assert.equal(
      sha256(syntheticCases()),
      'a1fa8a112b623b01e885dfcf621c3aa83a827a04663c9c75ce34cebfeb2719ff',
    );
    assert.equal(
      sha256(syntheticHiring()),
      'c8fb196981efdf1d030198990ec10e4927622df238ecc34f04ee0d8deaf90030',
    );
  });

  it('has a value, empty or not, for every column of every row', () => {
    const width = header.split(',').length;
    assert.ok(rows.every(row => row.split(',').length === width));
    assert.ok(rows.length > 15_000);
  });

  it('has every country at most once a day', () => {
    const days = rows
      .map(row => row.split(','))
      .map(row => `${row[0]} ${row[3]}`);
    assert.equal(new Set(days).size, days.length);
  });

  it('never lets totals fall', () => {
    const totals = new Map();
    for (const row of rows.map(line => line.split(','))) {
      assert.ok(Number(row[4]) >= (totals.get(row[0]) ?? 0), row.join());
      totals.set(row[0], Number(row[4]));
    }
  });

  it('leaves something for each step of covid-hiring to do', () => {
    const usa = rows.map(row => row.split(',')).filter(row => row[0] === 'USA');
    const hiringDays = new Set(
      syntheticHiring()
        .split('\n')
        .map(line => line.split(',')[0]),
    );
    assert.ok(
      usa.some(row => row[5] === ''),
      'days without new cases',
    );
    assert.ok(
      usa.some(row => !hiringDays.has(row[3])),
      'days without hiring',
    );
  });
});

describe('seedExamples', () => {
  let root;
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'seed-examples-'));
    await seedExamples(root);
  });
  after(() => rm(root, { recursive: true }));

  for (const example of ['covid-hiring', 'flight-delays', 'nyc-taxi']) {
    it(`writes every source of ${example}`, async () => {
      const { sources } = parse(
        await readFile(new URL(`${example}.yaml`, import.meta.url), 'utf8'),
      );
      for (const { uri } of sources) {
        assert.ok((await stat(pathOf(root, uri))).size > 1_000, uri);
      }
    });
  }

  it('leaves what is there alone, and repairs what is not whole', async () => {
    const whole = join(root, 'flight-data/flights-3m.parquet');
    const broken = join(root, 'flight-data/airports.csv');
    const changed = join(
      root,
      'greenwichhr-covidjobimpacts/overall.csv.part_00000',
    );
    const wholeBefore = await stat(whole);
    const sizeBefore = (await stat(broken)).size;
    await writeFile(broken, 'iata');
    await writeFile(changed, 'post_date');

    await seedExamples(root);

    assert.equal((await stat(whole)).ino, wholeBefore.ino);
    assert.equal((await stat(broken)).size, sizeBefore);
    assert.equal(await readFile(changed, 'utf8'), syntheticHiring());
  });

  it('leaves no partial file behind', async () => {
    const files = await readdir(root, { recursive: true });
    assert.deepEqual(
      files.filter(file => file.includes('.partial')),
      [],
    );
  });
});
