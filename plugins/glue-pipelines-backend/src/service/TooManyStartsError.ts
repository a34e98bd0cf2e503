/** More starts within a minute than the configuration allows. */
export class TooManyStartsError extends Error {
  readonly name = 'TooManyStartsError';
  readonly statusCode = 429;

  constructor(whose: 'user' | 'workflow', limit: number) {
    super(
      whose === 'user'
        ? `You have started ${limit} runs within a minute, as many as the portal allows. Wait a minute`
        : `This workflow was started ${limit} times within a minute, as often as the portal allows. Wait a minute`,
    );
  }
}
