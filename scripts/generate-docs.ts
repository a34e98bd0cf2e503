// Writes what the documentation says of the code:
//
//   docs/configuration.md  every key of app-config, of the packages' config.d.ts
//   docs/aws-access.md     the IAM policies, of the operations that the packages call
//   docs/portal-role.yaml  the same as a CloudFormation template
//
// `generate-docs.ts --check` writes nothing and fails where a file is not up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { OPERATIONS as MONITORING } from '../plugins/glue-pipelines-backend/src/aws/operations';
import { OPERATIONS as DISCOVERY } from '../plugins/catalog-backend-module-glue-pipelines/src/aws/operations';
import { OPERATIONS as CREATION } from '../plugins/scaffolder-backend-module-glue-pipelines/src/aws/operations';
import { calledOperations } from './lib/calledOperations';
import { describeConfig } from './lib/describeConfig';
import { iamPolicy, Operation } from './lib/iamPolicy';
import { portalRole } from './lib/portalRole';
import { root } from './lib/paths.mjs';

const CONFIGURED = [
  ['Back end', 'plugins/glue-pipelines-backend'],
  [
    'Discovery for the catalog',
    'plugins/catalog-backend-module-glue-pipelines',
  ],
  ['Scaffolder actions', 'plugins/scaffolder-backend-module-glue-pipelines'],
  ['Search', 'plugins/search-backend-module-glue-pipelines'],
  ["This repository's portal", 'packages/backend'],
];

const POLICIES: Record<
  string,
  {
    folder: string;
    operations: Record<string, Operation>;
    description: string;
  }
> = {
  monitoring: {
    description:
      'The portal shows workflows, runs, logs and tables, and starts, stops and resumes runs',
    folder: 'plugins/glue-pipelines-backend',
    operations: MONITORING,
  },
  discovery: {
    description: 'The catalog finds the workflows of this account by itself',
    folder: 'plugins/catalog-backend-module-glue-pipelines',
    operations: DISCOVERY,
  },
  creation: {
    description:
      'The form of new pipelines looks at sources, names and warehouses of this account',
    folder: 'plugins/scaffolder-backend-module-glue-pipelines',
    operations: CREATION,
  },
};

const configuration = () => `# Configuration

Every key of \`app-config.yaml\` that the packages read. Made of their \`config.d.ts\` by
\`yarn docs\`: do not edit.

A duration is an object such as \`{ minutes: 5 }\` or a text such as \`5 minutes\` or \`PT5M\`.

${CONFIGURED.map(
  ([title, folder]) =>
    `## ${title}\n\n${describeConfig(join(root, folder, 'config.d.ts'))}`,
).join('\n\n')}
`;

function withPolicies(page: string): string {
  return Object.entries(POLICIES).reduce(
    (text, [name, { operations }]) =>
      text.replace(
        new RegExp(`(<!-- policy: ${name} -->)[^]*?(<!-- end -->)`),
        (_, begin: string, end: string) =>
          `${begin}\n\n\`\`\`json\n${JSON.stringify(
            iamPolicy(operations),
            null,
            2,
          )}\n\`\`\`\n\n${end}`,
      ),
    page,
  );
}

/** @throws Error where a package calls what its list does not have, or no longer what it has */
function checkOperations() {
  for (const { folder, operations } of Object.values(POLICIES)) {
    const called = calledOperations(join(root, folder));
    const known = Object.keys(operations);
    const wrong = [
      ...called.filter(name => !known.includes(name)),
      ...known.filter(name => !called.includes(name)),
    ];
    if (wrong.length > 0) {
      throw new Error(
        `${folder}/src/aws/operations.ts differs from what the code calls: ${wrong.join(', ')}`,
      );
    }
  }
}

async function main() {
  checkOperations();
  const check = process.argv.includes('--check');
  const access = join(root, 'docs/aws-access.md');
  const contents: Record<string, string> = {
    [join(root, 'docs/configuration.md')]: configuration(),
    [access]: withPolicies(readFileSync(access, 'utf8')),
    [join(root, 'docs/portal-role.yaml')]: portalRole(POLICIES),
  };
  for (const [path, content] of Object.entries(contents)) {
    const text = await format(content, {
      ...(await resolveConfig(path)),
      filepath: path,
    });
    if (readFileSync(path, { encoding: 'utf8', flag: 'a+' }) !== text) {
      if (check) {
        process.stderr.write(
          `${relative(root, path)} is not up to date: run "yarn docs"\n`,
        );
        process.exitCode = 1;
      } else {
        writeFileSync(path, text);
      }
    }
  }
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
