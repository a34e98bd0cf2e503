/** Variables of OpenTelemetry that say where to send what the portal measures. */
const DESTINATION = /^OTEL_(EXPORTER_|(METRICS|TRACES)_EXPORTER$)/;

/**
 * Starts OpenTelemetry where its standard variables say where to export to,
 * for example `OTEL_EXPORTER_OTLP_ENDPOINT` or `OTEL_METRICS_EXPORTER=prometheus`;
 * they configure all of it. Without them nothing is loaded.
 *
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export async function startTelemetry(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  if (!Object.keys(environment).some(name => DESTINATION.test(name))) {
    return;
  }
  const { NodeSDK } = await import('@opentelemetry/sdk-node');
  const sdk = new NodeSDK({ serviceName: 'glue-pipelines-portal' });
  sdk.start();
  // What was measured last is sent before the process ends.
  process.once('SIGTERM', () => sdk.shutdown());
}
