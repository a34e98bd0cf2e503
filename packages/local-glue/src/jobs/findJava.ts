import { readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runCommand } from './runCommand';

/** Glue 5.0 and later run Spark on Java 17 (AWS Glue document "AWS Glue versions"). */
export const javaVersion = 17;

/**
 * The JAVA_HOME of a Java 17 on this machine: what JAVA_HOME says, or `java`
 * on PATH. Undefined where there is none.
 */
export async function findJava(
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const folders = [
    ...(env.JAVA_HOME ? [join(env.JAVA_HOME, 'bin')] : []),
    ...(env.PATH ?? '').split(delimiter).filter(Boolean),
  ];
  for (const folder of folders) {
    const home = await homeOf(join(folder, 'java'));
    if (home) return home;
  }
  return undefined;
}

/** Behind links such as /usr/bin/java, and behind the shims of version switchers, which report it themselves. */
async function homeOf(java: string): Promise<string | undefined> {
  try {
    const home = dirname(dirname(realpathSync(java)));
    const release = readReleaseFile(home);
    if (release !== undefined) {
      return majorVersion(release) === javaVersion ? home : undefined;
    }
    const settings = await runCommand(
      java,
      ['-XshowSettings:properties', '-version'],
      { timeout: 120_000 },
    );
    if (majorVersion(settings) !== javaVersion) return undefined;
    return /^\s*java\.home = (.+)$/m.exec(settings)?.[1].trim() ?? home;
  } catch {
    // Not there, not executable, or a stub that only asks to install Java.
    return undefined;
  }
}

/** What a Java installation says of itself without being started; undefined behind a shim. */
function readReleaseFile(home: string): string | undefined {
  try {
    return readFileSync(join(home, 'release'), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Of the text that `java -version` prints, or of a `release` file: 17 for
 * `openjdk version "17.0.9"` and `JAVA_VERSION="17.0.9"`, 8 for `"1.8.0_392"`.
 */
export function majorVersion(text: string): number | undefined {
  const match = /(?:version |JAVA_VERSION=)"(?:1\.)?(\d+)/.exec(text);
  return match ? Number(match[1]) : undefined;
}
