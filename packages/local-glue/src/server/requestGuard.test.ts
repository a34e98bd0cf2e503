import { guardRequest, isLoopbackHost, isLoopbackOrigin } from './requestGuard';

describe('isLoopbackHost', () => {
  it.each([
    ['127.0.0.1:4566', true],
    ['localhost', true],
    ['LOCALHOST:4566', true],
    ['[::1]:4566', true],
    ['my-bucket.localhost:4566', true],
    ['with.dots.localhost', true],
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
])('rejects %j', (headers, message) => {
  expect(() => guardRequest(headers)).toThrow(message);
});
