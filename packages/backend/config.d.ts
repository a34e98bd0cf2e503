export interface Config {
  permission?: {
    /**
     * Who may do everything: entity refs such as `group:default/data-platform`.
     * Everybody else acts on what they own. Default: nobody.
     */
    platformTeams?: string[];
  };
}
