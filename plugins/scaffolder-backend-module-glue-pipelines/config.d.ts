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
    sources?: {
      /**
       * The buckets that people may browse in the form, and of whose files it
       * shows the first rows, by the portal's own role. Absent: none; columns
       * are shown in any case.
       */
      buckets?: string[];
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
    /** The templates that come with the scaffolder module. */
    templates?: {
      /**
       * Whether the catalog has them, so that *Create* offers them. Set to
       * false to register edited copies instead.
       *
       * @default true
       */
      enabled?: boolean;
      /**
       * The entity reference of their owner, e.g. `group:default/data-platform`.
       * Absent: they have none.
       */
      owner?: string;
    };
  };
}
