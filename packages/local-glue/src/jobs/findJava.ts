import { realpathSync } from 'node:fs';
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
    realpathSync(java);
    const settings = await runCommand(
      java,
      ['-XshowSettings:properties', '-version'],
      { timeout: 30_000 },
    );
    if (majorVersion(settings) !== javaVersion) return undefined;
    return (
      /^\s*java\.home = (.+)$/m.exec(settings)?.[1].trim() ??
      dirname(dirname(realpathSync(java)))
    );
  } catch {
    // Not there, not executable, or a stub that only asks to install Java.
    return undefined;
  }
}

/** Of the text that `java -version` prints: 17 for `openjdk version "17.0.9"`, 8 for `"1.8.0_392"`. */
export function majorVersion(text: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(text);
  return match ? Number(match[1]) : undefined;
}
