import { guardRequest, isLoopbackHost, isLoopbackOrigin } from './requestGuard';

describe('isLoopbackHost', () => {
  it.each([
    ['127.0.0.1:4566', true],
    ['localhost', true],
    ['LOCALHOST:4566', true],
    ['my-bucket.localhost:4566', true],
    ['with.dots.localhost', true],
    ['localhost.', true],
    ['localhost.:4566', true],
    ['LocalHost.', true],
    ['data.localhost.:4566', true],
    ['localhost:', true],
    ['[::1]', true],
    ['[::1]:4566', true],
    ['::1', false],
    ['[::1].evil.example', false],
    ['[::2]:4566', false],
    ['127.0.0.1.', false],
    ['127.1', false],
    ['2130706433', false],
    ['0.0.0.0:4566', false],
    ['192.168.0.10:4566', false],
    ['localhost..', false],
    ['localhost:4566@evil.example', false],
    ['evil.example@localhost', false],
    ['localhost:80:4566', false],
    ['localhost evil.example', false],
    ['evil_example.localhost', false],
    ['xn--lcalhost-03a', false],
    ['evil.example', false],
    ['localhost.evil.example', false],
    ['127.0.0.1.evil.example:4566', false],
    ['evil.example/.localhost', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (host, expected) => {
    expect(isLoopbackHost(host)).toBe(expected);
  });
});

describe('isLoopbackOrigin', () => {
  it.each([
    [undefined, true],
    ['http://localhost:3000', true],
    ['http://127.0.0.1:7007', true],
    ['https://evil.example', false],
    ['null', false],
  ])('%s: %s', (origin, expected) => {
    expect(isLoopbackOrigin(origin)).toBe(expected);
  });
});

it.each([
  [{ host: 'evil.example' }, '"evil.example"'],
  [{ host: 'localhost', origin: 'https://evil.example' }, 'web pages of'],
  [{ host: 'localhost', origin: 'null' }, 'web pages of null'],
  [{ host: 'localhost', 'sec-fetch-site': 'cross-site' }, 'other sites'],
])('rejects %j', (headers, message) => {
  expect(() => guardRequest(headers)).toThrow(message);
});

it.each([
  [{ host: '127.0.0.1:4566' }],
  [{ host: 'localhost:4566', origin: 'http://localhost:3000' }],
  [{ host: 'localhost:4566', 'sec-fetch-site': 'same-origin' }],
  // Another port of this machine, such as a development server's page.
  [{ host: 'localhost:4566', 'sec-fetch-site': 'same-site' }],
  // Typed into the address bar.
  [{ host: 'localhost:4566', 'sec-fetch-site': 'none' }],
])('lets %j pass', headers => {
  expect(() => guardRequest(headers)).not.toThrow();
});
