import { redactProperties } from './redactProperties';

describe('redactProperties', () => {
  it.each([
    ['password', 'hunter2'],
    ['DB_PASSWORD', 'hunter2'],
    ['redshift.pwd', 'hunter2'],
    ['client-secret', 'x'],
    ['apiKey', 'x'],
    ['access_key', 'x'],
    ['authToken', 'x'],
    ['who', 'AKIAIOSFODNN7EXAMPLE'],
    ['what', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
    ['pem', '-----BEGIN RSA PRIVATE KEY-----\nMII'],
    ['header', 'Bearer eyJhbGciOi.eyJzdWIiOi.c2ln'],
    ['git', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
    ['url', 'postgres://ada:hunter2@db/orders'],
  ])('hides %s=%s', (name, value) => {
    expect(redactProperties({ [name]: value })).toEqual({ [name]: '***' });
  });

  it.each([
    ['day', '2026-11-28'],
    ['country', 'USA, CAN'],
    ['source', 's3://orders/2026/11/28/part-0.csv'],
    ['primary_key', 'order_id'],
    ['url', 'https://example.com:8443/a?b=c'],
  ])('shows %s=%s', (name, value) => {
    expect(redactProperties({ [name]: value })).toEqual({ [name]: value });
  });

  it('shortens what is long', () => {
    const { note } = redactProperties({ note: 'a b '.repeat(200) });
    expect(note).toHaveLength(200);
  });
});
