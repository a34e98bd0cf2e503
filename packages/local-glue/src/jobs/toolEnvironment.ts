/** What pip and Spark's resolver need to reach their registries as they do in the user's shell. */
const passed =
  /^(PATH|HOME|LANG|LC_.*|TMPDIR|USER|LOGNAME|PIP_.*|XDG_.*|SSL_CERT_.*|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|(https?|all|no)_proxy|JAVA_TOOL_OPTIONS|DEFAULT_ARTIFACT_REPOSITORY)$/i;

/**
 * The environment of tools that fetch packages for jobs. Packages run code of
 * their own while they are built: nothing else of the server's environment
 * passes, no credentials of clouds for one.
 */
export function toolEnvironment(
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(
      Object.entries(env).filter(([name]) => passed.test(name)),
    ),
    NO_COLOR: '1',
  } as NodeJS.ProcessEnv;
}
