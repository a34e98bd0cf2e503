const { readdirSync } = require('node:fs');
const { join } = require('node:path');

/**
 * The rooms of `src`, from the lowest up: each may import what is in lower
 * ones, and rooms beside one another do not know each other. A service reaches
 * another one by what `server/composeServices.ts` hands it.
 */
const floors = [
  ['base'],
  ['protocol'],
  ['store', 'buckets'],
  ['warehouse', 'crawler', 'jobs'],
  // eslint-disable-next-line no-restricted-syntax -- this file is not built
  readdirSync(join(__dirname, 'src/services'))
    .filter(name => !name.startsWith('__'))
    .map(name => `services/${name}`),
  ['deploy'],
  ['server'],
  ['cli'],
];

const zones = floors.flatMap((rooms, floor) =>
  rooms.map(room => ({
    target: `./src/${room}`,
    from: [
      ...rooms.filter(other => other !== room),
      ...floors.slice(floor + 1).flat(),
    ].map(other => `./src/${other}`),
    message: `"${room}" is below it or beside it: see "How it is built" in the README.`,
  })),
);

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings: {
    'import/extensions': ['.ts'],
    'import/parsers': { '@typescript-eslint/parser': ['.ts'] },
    'import/resolver': { node: { extensions: ['.ts', '.js'] } },
  },
  overrides: [
    {
      files: ['**/*.test.ts'],
      rules: {
        'jest/no-standalone-expect': [
          'error',
          { additionalTestBlockFunctions: ['onLinux'] },
        ],
      },
    },
    {
      files: ['src/**/*.ts'],
      // Tests may look at the whole server from any room.
      excludedFiles: ['**/*.test.ts', '**/__testUtils__/**'],
      rules: {
        'import/no-restricted-paths': ['error', { basePath: __dirname, zones }],
        'import/no-cycle': ['error', { ignoreExternal: true }],
      },
    },
  ],
});
