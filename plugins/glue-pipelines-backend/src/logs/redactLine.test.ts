import { redactLine } from './redactLine';

describe('redactLine', () => {
  it.each([
    ['connect with password=hunter2 now', 'connect with password=*** now'],
    ['DB_PASSWORD = "two words", x=1', 'DB_PASSWORD = ***, x=1'],
    [
      'jdbc:redshift://db:5439/dev?user=ada&password=hunter2&ssl=true',
      'jdbc:redshift://db:5439/dev?user=ada&password=***&ssl=true',
    ],
    [
      "{'user': 'ada', 'password': 'hunter2'}",
      `{'user': 'ada', 'password': "***"}`,
    ],
    [
      String.raw`{"secretKey":"a\"b", "rows": 3}`,
      '{"secretKey":"***", "rows": 3}',
    ],
    [
      '--db-password hunter2 --day 2026-11-28',
      '--db-password *** --day 2026-11-28',
    ],
    ['db_password: hunter2', 'db_password: ***'],
    ['Authorization: Bearer abc.def', 'Authorization: ***'],
    ['key AKIAIOSFODNN7EXAMPLE used', 'key *** used'],
    ['got eyJhbGciOi.eyJzdWIiOi.c2ln back', 'got *** back'],
    ['clone https://ada:hunter2@git/x', 'clone https***git/x'],
    ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', '***'],
  ])('%s: %s', (line, shown) => expect(redactLine(line)).toBe(shown));

  it.each([
    'copied 3 rows for day=2026-11-28',
    'InvalidToken: The provided token is malformed or otherwise invalid',
    'AccessDenied: User is not authorized to perform s3:GetObject',
    "ModuleNotFoundError: No module named 'secrets_of_rows'",
    "{'rows': 3, 'primary_key': 'order_id'}",
    '26/11/28 10:00:00 INFO TaskSetManager: Finished task 0.0 in stage 1.0',
  ])('leaves %s', line => expect(redactLine(line)).toBe(line));

  it.each(['=', 'a', '"', "'a':", '--a ', 'password', 'token:', '://:'])(
    'reads a long line of %j in no time worth speaking of',
    part => {
      const line = part.repeat(20_000 / part.length);
      const from = performance.now();
      redactLine(line);
      expect(performance.now() - from).toBeLessThan(1_000);
    },
  );
});
