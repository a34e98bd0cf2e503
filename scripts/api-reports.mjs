// Compares what each published package exports with the report beside it, `report.api.md`, and
// what its migrations make with `report.sql.md`; with --update it writes them. The declarations
// of `tsc` must be there.
import {
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
} from '@microsoft/api-extractor';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/paths.mjs';
import { publishedPackages } from './lib/publishedPackages.mjs';
import { checkSqlReport } from './lib/sqlReport.mjs';

const { values } = parseArgs({
  options: { update: { type: 'boolean', default: false } },
});
const update = values.update;

/** The declarations of an entry, which stands in package.json as a source. */
const declarationsOf = (folder, source) =>
  join(
    root,
    'dist-types',
    relative(root, folder),
    source.replace(/\.tsx?$/, '.d.ts'),
  );

/** The entries of a package that are code: their names, `.` for the main one, and declarations. */
function entriesOf({ folder, manifest }) {
  return Object.entries(manifest.exports ?? { '.': manifest.main })
    .filter(([, source]) => /\.tsx?$/.test(source))
    .map(([name, source]) => ({
      name,
      declarations: declarationsOf(folder, source),
    }));
}

const packages = publishedPackages();

/** Where TypeScript finds the packages: their declarations, not their sources. */
const paths = Object.fromEntries(
  packages.flatMap(each =>
    entriesOf(each).map(({ name, declarations }) => [
      join(each.manifest.name, name),
      [declarations],
    ]),
  ),
);

const SILENT = { logLevel: ExtractorLogLevel.None };

/** Answers what is wrong with the report of one entry; nothing when it is as it should be. */
function checkEntry({ folder, manifest }, { name, declarations }, temporary) {
  const suffix = name === '.' ? '' : `-${name.slice(2).replaceAll('/', '-')}`;
  const reportFileName = `report${suffix}.api.md`;
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(folder, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: declarations,
      compiler: {
        overrideTsconfig: {
          extends: join(root, 'tsconfig.json'),
          include: [declarations],
          compilerOptions: {
            baseUrl: root,
            paths,
            skipLibCheck: true,
            noEmit: true,
          },
        },
      },
      apiReport: {
        enabled: true,
        reportFileName,
        reportFolder: folder,
        reportTempFolder: temporary,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: SILENT },
        extractorMessageReporting: {
          default: { ...SILENT, addToApiReportFile: true },
          // Files of other packages of this repository are declarations by the paths above.
          'ae-wrong-input-file-type': SILENT,
          'ae-unresolved-link': SILENT,
          'ae-undocumented': SILENT,
          // Types that only other types of the package name.
          'ae-forgotten-export': SILENT,
        },
        tsdocMessageReporting: { default: SILENT },
      },
    },
  });
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: update,
    showVerboseMessages: false,
    typescriptCompilerFolder: join(root, 'node_modules/typescript'),
    messageCallback: message => {
      // What the report shows needs no second telling.
      message.handled = true;
    },
  });
  return apiReportChanged && !update
    ? [
        `${relative(root, join(folder, reportFileName))} is not what the package exports`,
      ]
    : [];
}

const temporary = mkdtempSync(join(tmpdir(), 'api-reports-'));
const problems = [];
let reports = 0;
try {
  for (const each of packages) {
    for (const entry of entriesOf(each)) {
      if (!existsSync(entry.declarations)) {
        throw new Error(
          `${entry.declarations} is missing: run "yarn tsc" first`,
        );
      }
      problems.push(...checkEntry(each, entry, temporary));
      reports += 1;
    }
  }
  problems.push(...(await checkSqlReport({ update })));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  console.error('Look at the change, and write the reports by "yarn reports"');
  process.exit(1);
}
console.log(`${reports} reports of packages, and one of migrations`);
