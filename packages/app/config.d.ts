export interface Config {
  app?: {
    /**
     * How people sign in. Each provider other than `guest` is configured under `auth.providers`.
     * @visibility frontend
     */
    signIn?: 'guest' | 'github';
  };
}
