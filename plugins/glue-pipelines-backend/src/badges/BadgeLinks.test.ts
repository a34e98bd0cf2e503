import { testDatabases } from '../__testUtils__/databases';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from '../__testUtils__/runs';
import { BadgeLinks } from './BadgeLinks';

jest.setTimeout(60_000);

const databases = testDatabases();
const SUBJECT = {
  entityRef: 'component:default/covid-hiring',
  workflowArn: COVID_HIRING_ARN,
};

describe.each(databases.ids)('links of badges on %s', id => {
  it('are one for each pipeline until it is revoked, then another', async () => {
    const now = new Date('2026-11-28T10:00:00.000Z');
    const links = new BadgeLinks(await databases.open(id), async () => now);
    const shared = await Promise.all([
      links.share(SUBJECT, 'user:default/jo'),
      links.share(SUBJECT, 'user:default/jo'),
    ]);
    expect(shared[0]).toEqual(shared[1]);
    const [link] = shared;
    expect(link).toEqual({
      ...SUBJECT,
      token: expect.stringMatching(/^[\w-]{43}$/),
      sharedBy: 'user:default/jo',
      sharedAt: now.toISOString(),
    });
    expect(await links.byToken(link.token)).toEqual(link);
    const other = { ...SUBJECT, workflowArn: FLIGHT_DELAYS_ARN };
    expect(await links.get(other)).toBeUndefined();

    expect(await links.revoke(SUBJECT)).toBe(true);
    expect(await links.revoke(SUBJECT)).toBe(false);
    expect(await links.byToken(link.token)).toBeUndefined();
    const next = await links.share(SUBJECT, 'user:default/al');
    expect(next.token).not.toBe(link.token);
  });
});
