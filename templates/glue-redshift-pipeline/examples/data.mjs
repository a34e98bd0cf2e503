/**
 * The data of the example pipelines, laid out as buckets and keys below a
 * folder: `<s3Root>/<bucket>/<key>`.
 *
 * `flight-delays` gets real data: flights of the US Department of
 * Transportation and airports, both from the package `vega-datasets`.
 * `covid-hiring` gets synthetic data with the columns of the public data sets
 * that it names, `nyc-taxi` with those of the yellow cabs' trips. Both are made
 * by a seeded generator, so their bytes are the same everywhere.
 */
import { randomUUID } from 'node:crypto';
import {
  copyFile,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const CASES_KEY =
  'covid19-lake/rearc-covid-19-world-cases-deaths-testing/csv/covid-19-world-cases-deaths-testing.csv';
const HIRING_KEY = 'greenwichhr-covidjobimpacts/overall.csv.part_00000';
const FLIGHT_FILES = ['flights-3m.parquet', 'airports.csv'];

const FIRST_DAY = Date.UTC(2020, 0, 22);
const DAYS = 900;
/** The hiring index begins later than the cases and ends earlier. */
const HIRING_DAYS = { first: 10, last: 830 };

/** iso_code, continent, location, population, median age, hospital beds per thousand. */
const COUNTRIES = [
  ['ARG', 'South America', 'Argentina', 45_510_318, 31.9, 5],
  ['AUS', 'Oceania', 'Australia', 26_177_413, 37.9, 3.84],
  ['BRA', 'South America', 'Brazil', 215_313_498, 33.5, 2.2],
  ['CAN', 'North America', 'Canada', 38_454_327, 41.4, 2.5],
  ['CHL', 'South America', 'Chile', 19_603_733, 35.4, 2.11],
  ['DEU', 'Europe', 'Germany', 83_369_843, 46.6, 8],
  ['EGY', 'Africa', 'Egypt', 110_990_103, 25.3, 1.6],
  ['ESP', 'Europe', 'Spain', 47_558_630, 45.5, 2.97],
  ['FRA', 'Europe', 'France', 67_813_396, 42, 5.98],
  ['GBR', 'Europe', 'United Kingdom', 67_508_936, 40.8, 2.54],
  ['IDN', 'Asia', 'Indonesia', 275_501_339, 29.3, 1.04],
  ['IND', 'Asia', 'India', 1_417_173_173, 28.2, 0.53],
  ['ITA', 'Europe', 'Italy', 59_037_474, 47.9, 3.18],
  ['JPN', 'Asia', 'Japan', 123_951_692, 48.2, 13.05],
  ['KEN', 'Africa', 'Kenya', 54_027_487, 20, 1.4],
  ['KOR', 'Asia', 'South Korea', 51_815_810, 43.4, 12.27],
  ['MEX', 'North America', 'Mexico', 127_504_125, 29.3, 1.38],
  ['NGA', 'Africa', 'Nigeria', 218_541_212, 18.1, 0.5],
  ['USA', 'North America', 'United States', 338_289_857, 38.3, 2.77],
  ['ZAF', 'Africa', 'South Africa', 59_893_885, 27.3, 2.32],
];

const CASES_HEADER = [
  'iso_code',
  'continent',
  'location',
  'date',
  'total_cases',
  'new_cases',
  'new_cases_smoothed',
  'total_deaths',
  'new_deaths',
  'new_deaths_smoothed',
  'total_cases_per_million',
  'new_cases_per_million',
  'total_deaths_per_million',
  'new_deaths_per_million',
  'reproduction_rate',
  'icu_patients',
  'hosp_patients',
  'stringency_index',
  'population',
  'median_age',
  'hospital_beds_per_thousand',
];

/**
 * A generator of fractions in [0, 1): a 32-bit linear congruence (Numerical
 * Recipes' constants). Whole-number arithmetic only, so every machine agrees.
 */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const isoDate = day =>
  new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10);

/** Height in [0, 1] of the waves of infection on a day: triangles of 150 days. */
const wave = day => 1 - Math.abs(((day + 40) % 150) - 75) / 75;

const lastSevenDays = values => {
  const window = values.slice(-7);
  return window.reduce((sum, value) => sum + value, 0) / window.length;
};

function casesOf([iso, continent, location, population, age, beds], random) {
  const outbreak = 5 + Math.floor(random() * 40);
  // New cases per million inhabitants on the worst day.
  const severity = 100 + Math.floor(random() * 500);
  const lethality = 0.004 + random() * 0.016;
  const daily = { cases: [], deaths: [] };
  let totalCases = 0;
  let totalDeaths = 0;
  return Array.from({ length: DAYS - outbreak }, (_, index) => {
    const day = outbreak + index;
    const growth = Math.min(1, (index + 1) / 300);
    // Offices report less on weekends.
    const weekend = [0, 6].includes(
      new Date(FIRST_DAY + day * 86_400_000).getUTCDay(),
    );
    const noise = (0.8 + random() * 0.4) * (weekend ? 0.6 : 1);
    const cases = Math.round(
      (population / 1e6) * severity * growth * wave(day) * noise,
    );
    const deaths = Math.round(
      (daily.cases.at(-14) ?? 0) * lethality * (0.8 + random() * 0.4),
    );
    // As in the original, a day now and then has not been reported.
    const unreported = random() < 0.02;
    daily.cases.push(cases);
    daily.deaths.push(deaths);
    totalCases += cases;
    totalDeaths += deaths;
    const perMillion = value => ((value * 1e6) / population).toFixed(3);
    return [
      iso,
      continent,
      location,
      isoDate(day),
      totalCases,
      unreported ? '' : cases,
      lastSevenDays(daily.cases).toFixed(3),
      totalDeaths,
      unreported ? '' : deaths,
      lastSevenDays(daily.deaths).toFixed(3),
      perMillion(totalCases),
      unreported ? '' : perMillion(cases),
      perMillion(totalDeaths),
      unreported ? '' : perMillion(deaths),
      index < 14 ? '' : (0.6 + random() * 0.9).toFixed(2),
      Math.round(deaths * 6.5),
      Math.round(deaths * 22),
      Math.min(100, 15 + 70 * wave(day + 20)).toFixed(2),
      population,
      age,
      beds,
    ].join(',');
  });
}

/** Cases and deaths per country and day, as CSV. Synthetic. */
export function syntheticCases() {
  const random = seededRandom(20_200_122);
  const rows = COUNTRIES.flatMap(country => casesOf(country, random));
  return `${[CASES_HEADER.join(','), ...rows].join('\n')}\n`;
}

/** An index of job postings per day, 100 at its beginning, as CSV. Synthetic. */
export function syntheticHiring() {
  const random = seededRandom(20_200_201);
  const rows = [];
  for (let day = HIRING_DAYS.first; day < HIRING_DAYS.last; day += 1) {
    const recovery = Math.min(30, Math.floor(day / 25));
    const index = 100 - 35 * wave(day - 10) + recovery + (random() - 0.5) * 6;
    rows.push(`${isoDate(day)},${index.toFixed(4)}`);
  }
  return `${['post_date,count_id_indexed', ...rows].join('\n')}\n`;
}

/** Fills `target` through a neighbour, so that no reader sees half a file. */
async function placeAtomically(target, fill) {
  await mkdir(dirname(target), { recursive: true });
  const partial = join(
    dirname(target),
    `.${basename(target)}.${randomUUID()}.partial`,
  );
  try {
    await fill(partial);
    await rename(partial, target);
  } finally {
    await rm(partial, { force: true });
  }
}

async function placeText(target, text) {
  const present = await readFile(target, 'utf8').catch(() => undefined);
  if (present !== text) {
    await placeAtomically(target, partial => writeFile(partial, text));
  }
}

/** Copies a file unless the target has its size already. */
async function placeCopy(target, source) {
  const [wanted, present] = await Promise.all([
    stat(source),
    stat(target).catch(() => undefined),
  ]);
  if (present?.size !== wanted.size) {
    await placeAtomically(target, partial => copyFile(source, partial));
  }
}

/** Writes the two buckets of `covid-hiring`. */
export async function seedCovidHiring(s3Root) {
  await placeText(join(s3Root, CASES_KEY), syntheticCases());
  await placeText(join(s3Root, HIRING_KEY), syntheticHiring());
}

const TRIPS_FOLDER = 'nyc-taxi-trips/yellow';
const TRIPS_A_DAY = 2_000;
const FIRST_TRIPS = Date.UTC(2025, 0, 1);

/**
 * The trips of the nth day as CSV, in order of their pickup. One in forty was
 * sent twice, and one in fifty has no total.
 *
 * @param {number} day
 */
export function syntheticTrips(day) {
  const random = seededRandom(2_025 + day);
  const rows = Array.from({ length: TRIPS_A_DAY }, () => {
    const minute = Math.floor(random() * 24 * 60);
    const pickup = new Date(FIRST_TRIPS + (day * 24 * 60 + minute) * 60_000);
    const longitude = (-74.02 + random() * 0.25).toFixed(5);
    const passengers = 1 + Math.floor(random() * 6);
    const amount = random() < 0.02 ? '' : (3 + random() * 60).toFixed(2);
    const row = `${pickup.toISOString().slice(0, 19).replace('T', ' ')},${longitude},${passengers},${amount}`;
    return random() < 0.025 ? `${row}\n${row}` : row;
  });
  const header = 'pickup_at,pickup_longitude,passenger_count,total_amount';
  return `${[header, ...rows.sort()].join('\n')}\n`;
}

/** The key of the nth day's trips, below the folder of the buckets. */
export function tripsKey(day) {
  const date = new Date(FIRST_TRIPS + day * 86_400_000);
  return `${TRIPS_FOLDER}/${date.toISOString().slice(0, 10)}.csv`;
}

/** Writes the bucket of `nyc-taxi` with the trips of its first days. */
export async function seedNycTaxi(s3Root, days = 3) {
  for (let day = 0; day < days; day += 1) {
    await placeText(join(s3Root, tripsKey(day)), syntheticTrips(day));
  }
}

/** Writes the bucket of `flight-delays`. Needs the package `vega-datasets`. */
export async function seedFlightDelays(s3Root) {
  // The package exports only its entry, build/index.js; the data lies beside it.
  const entry = createRequire(import.meta.url).resolve('vega-datasets');
  const data = join(dirname(entry), '..', 'data');
  for (const file of FLIGHT_FILES) {
    await placeCopy(join(s3Root, 'flight-data', file), join(data, file));
  }
}

/**
 * Writes the data of all examples. What is there already is left as it is, so
 * calling it again costs little.
 *
 * @param {string} s3Root folder whose entries are the buckets
 */
export async function seedExamples(s3Root) {
  await seedFlightDelays(s3Root);
  await seedCovidHiring(s3Root);
  await seedNycTaxi(s3Root);
}
