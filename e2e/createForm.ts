import { expect, Locator, Page } from '@playwright/test';

export interface NewPipeline {
  name: string;
  description: string;
  sources: {
    name: string;
    uri: string;
    format: 'CSV' | 'JSON' | 'Parquet';
  }[];
  join?: { source: string; left: string; right: string };
  filter?: string;
  groupBy?: string;
  measures?: { function: string; column?: string; as: string }[];
  table: string;
}

/** Opens Create > Glue to Redshift pipeline from the home page, by clicks. */
export async function openTemplate(page: Page) {
  await page.goto('/');
  await page.getByRole('link', { name: 'Create' }).first().click();
  const card = page
    .getByRole('article')
    .or(page.locator('[class*=MuiCard-root]'))
    .filter({ hasText: 'Glue to Redshift pipeline' })
    // The card itself, within whatever holds all of them.
    .last();
  await card.getByRole('button', { name: 'Choose' }).click();
  await expect(page.getByLabel(/^Name/).first()).toBeVisible();
}

/** The repository is generated and proven, to show what will be made. */
const PLAN_TIMEOUT_MS = 120_000;

type FormPage = 'Pipeline' | 'Sources' | 'Transform' | 'Quality' | 'Table';

const FILL_IN: Record<
  FormPage,
  (page: Page, pipeline: NewPipeline) => Promise<void>
> = {
  async Pipeline(page, pipeline) {
    await page.getByLabel(/^Name/).first().fill(pipeline.name);
    await page.getByLabel(/^Description/).fill(pipeline.description);
    await page.getByLabel(/^Owner/).fill('Data eng');
    await page.getByRole('option', { name: /data engineering/i }).click();
  },

  async Sources(page, pipeline) {
    for (const [i, source] of pipeline.sources.entries()) {
      if (i > 0) await add(list(page, 'Sources'));
      await page
        .getByLabel(/^S3 URI/)
        .nth(i)
        .fill(source.uri);
      await page
        .getByLabel(/^Source name/)
        .nth(i)
        .fill(source.name);
      await choose(page, page.getByLabel(/^Format/).nth(i), source.format);
    }
  },

  async Transform(page, pipeline) {
    // The page before is judged first, and has a button to add as well.
    await expect(page.getByRole('heading', { name: 'Steps' })).toBeVisible();
    if (pipeline.join) {
      await addStep(page, 'Join a source');
      const { source, left, right } = pipeline.join;
      await choose(page, page.getByLabel(/^Source to join/), source);
      await chooseColumn(
        page,
        page.getByLabel(/^Column of the rows so far/),
        left,
      );
      await chooseColumn(
        page,
        page.getByLabel(/^Column of this source/),
        right,
      );
    }
    if (pipeline.filter) {
      await addStep(page, 'Filter rows');
      await page.getByLabel(/^Condition/).fill(pipeline.filter);
    }
    if (pipeline.groupBy) {
      await addStep(page, 'Aggregate');
      await chooseColumn(
        page,
        list(page, 'Group by').getByLabel(/^Column/),
        pipeline.groupBy,
      );
    }
    for (const [i, measure] of (pipeline.measures ?? []).entries()) {
      const measures = list(page, 'Measures');
      if (i > 0) await add(measures);
      await choose(
        page,
        measures.getByLabel(/^Function/).nth(i),
        measure.function,
      );
      if (measure.column) {
        await chooseColumn(
          page,
          measures.getByLabel(/^Column/).nth(i),
          measure.column,
        );
      }
      await measures
        .getByLabel(/^Name of the resulting column/)
        .nth(i)
        .fill(measure.as);
    }
  },

  async Quality(page) {
    await expect(page.getByRole('heading', { name: 'Rules' })).toBeVisible();
  },

  async Table(page, pipeline) {
    await page.getByLabel(/^Name of the table/).fill(pipeline.table);
  },
};

/** Fills in the pages of the form up to one of them, and asks for the next. */
export async function fillInUpTo(
  page: Page,
  pipeline: NewPipeline,
  last: FormPage,
) {
  for (const [title, fill] of Object.entries(FILL_IN)) {
    await fill(page, pipeline);
    await next(page);
    if (title === last) {
      return;
    }
  }
}

/** Fills in the pages of the form up to the review. */
export async function fillIn(page: Page, pipeline: NewPipeline) {
  await fillInUpTo(page, pipeline, 'Table');
  await expect(page.getByLabel(/^Worker type/)).toBeVisible();
  await next(page);
  await expect(page.getByLabel('This machine')).toBeChecked();
  await next(page);
  await expect(
    page.getByRole('heading', { name: 'Cost, estimated' }),
  ).toBeVisible({ timeout: PLAN_TIMEOUT_MS });
}

/** Creates what the review shows. */
export async function create(page: Page) {
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
}

async function next(page: Page) {
  await page.getByRole('button', { name: 'Next' }).click();
}

/** The part of the form that holds the list with this title. */
function list(page: Page, title: string): Locator {
  return page
    .locator('[class*=MuiPaper-root]')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    .last();
}

/** Adds a step at the end of the transformation. */
async function addStep(page: Page, kind: string) {
  await page.getByRole('button', { name: /add/i }).last().click();
  await choose(page, page.getByLabel(/^Step\b/).last(), kind);
}

async function add(within: Locator) {
  await within.getByRole('button', { name: /add/i }).last().click();
}

/** Chooses an option of a select that the form renders as a button with a list. */
async function choose(page: Page, select: Locator, option: string) {
  await select.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Chooses a column, once the page knows which there are. */
async function chooseColumn(page: Page, select: Locator, column: string) {
  await expect(select).toHaveAttribute('aria-haspopup', 'listbox');
  await select.click();
  const name = column.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  await page
    .getByRole('option', { name: new RegExp(`^${name}( \\(|$)`) })
    .click();
}
