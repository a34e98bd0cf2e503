import { checkCrawler } from './crawlerRules';

const Targets = { S3Targets: [{ Path: 's3://data/raw/' }] };

describe('checkCrawler', () => {
  it.each([
    [{ Name: 'c', Targets }],
    [{ Name: 'c', Targets: { S3Targets: [{ Path: 's3://data' }] } }],
    [{ Name: 'c', Targets, Schedule: 'cron(0 6 * * ? *)' }],
    [{ Name: 'c', Targets, Configuration: '{"Version": 1.0}' }],
  ])('accepts %j', crawler => {
    expect(() => checkCrawler(crawler)).not.toThrow();
  });

  it.each([
    [{ Name: 'c', Targets: {} }, 'Crawler c has no targets'],
    [{ Name: 'c', Targets: { S3Targets: [] } }, 'Crawler c has no targets'],
    [{ Name: 'c', Targets: { S3Targets: [{}] } }, 'S3Targets[0].Path'],
    [
      { Name: 'c', Targets: { S3Targets: [{ Path: '/data' }] } },
      'S3Targets[0].Path',
    ],
    [{ Name: 'c', Targets, Schedule: 'rate(1 day)' }, "'Schedule'"],
    [{ Name: 'c', Targets, Configuration: '{' }, "'Configuration'"],
    [{ Name: 'c', Targets, Configuration: '7' }, "'Configuration'"],
  ])('refuses %j', (crawler, message) => {
    expect(() => checkCrawler(crawler)).toThrow(
      expect.objectContaining({
        code: 'InvalidInputException',
        message: expect.stringContaining(message),
      }),
    );
  });
});
