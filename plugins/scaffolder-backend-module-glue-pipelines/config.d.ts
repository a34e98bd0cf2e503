export interface Config {
  gluePipelines?: {
    aws?: {
      /**
       * Where to send the requests to Glue and S3 instead of AWS's own
       * endpoints, e.g. `http://127.0.0.1:4566`. Publishing on this machine
       * deploys to it.
       */
      endpoint?: string;
    };
    /**
     * Publishing on this machine, for the action
     * `glue-pipelines:publish:local`. Absent: pipelines can only be published
     * to a source code host.
     */
    local?: {
      /**
       * The folder that holds one Git repository per pipeline. A relative path
       * is resolved against the folder in which the back end runs.
       */
      repositories: string;
    };
  };
}
