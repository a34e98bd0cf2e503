/**
 * Options of every driver's JVM, chosen for jobs that last seconds: the serial
 * collector and only the first compiler start soonest on few cores. Long
 * options come first so that a job's own `spark.driver.extraJavaOptions` wins.
 */
export function baseJvmOptions(log4jConfiguration: string): string[] {
  return [
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-XX:-UsePerfData',
    '-Duser.timezone=UTC',
    // What the JVM has to say, a stale class-data archive included, must not mix with the job's output.
    '-Xlog:disable',
    '-Xlog:all=error:stderr',
    `-Dlog4j2.configurationFile=${log4jConfiguration}`,
  ];
}
