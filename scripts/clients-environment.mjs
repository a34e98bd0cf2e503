// Makes the Python environment of the clients that local-glue is tested with
// (boto3, the AWS CLI, awswrangler, moto). It is not the jobs' own: packages
// that jobs could find there would change what they do.
//
// clients-environment.mjs <folder> <interpreter that has pip>
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installRequirements } from './lib/installRequirements.mjs';
import { root } from './lib/paths.mjs';

const [folder, maker] = process.argv.slice(2);
const python = join(folder, 'bin/python');

if (!existsSync(python)) {
  rmSync(folder, { recursive: true, force: true });
  const { status } = spawnSync(maker, ['-m', 'venv', '--without-pip', folder], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`${maker} could not make ${folder}`);
}
installRequirements({
  pip: [maker, '-m', 'pip', '--python', python],
  files: [
    join(root, 'packages/local-glue/python/conformance/requirements.txt'),
  ],
  // Everything is listed, and compiling all of it takes longer than running some of it.
  options: ['--no-deps', '--no-compile'],
  stamp: join(folder, 'requirements.sha256'),
});
