import { AwsError } from '../base/AwsError';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether the Host header names this machine itself. A page on the internet
 * can point its own domain at 127.0.0.1 and so reach a loopback server with
 * the browser's help (DNS rebinding); its requests then carry that domain.
 * `<bucket>.localhost` is how S3 clients address buckets by host name.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  if (!host) return false;
  // A fully qualified name ends with a dot.
  const name = host
    .replace(/:\d*$/, '')
    .toLowerCase()
    .replace(/(?<=[a-z])\.$/, '');
  return loopbackNames.has(name) || /^[a-z0-9.-]+\.localhost$/.test(name);
}

/** Whether a browser page of this machine itself made the request, or no page did. */
export function isLoopbackOrigin(origin: string | undefined): boolean {
  if (origin === undefined) return true;
  try {
    return isLoopbackHost(new URL(origin).host);
  } catch {
    return false;
  }
}

/**
 * Rejects what only a foreign web page would send. Throws `AwsError` (403).
 *
 * A browser sends some requests of a page to any address without asking
 * (forms, images, scripts, plain fetches), so that not answering to CORS
 * preflights is not enough. Those that change something carry an Origin;
 * all of them, in today's browsers, carry Sec-Fetch-Site (Fetch Metadata
 * Request Headers, W3C), which also tells of scripts and pictures that read.
 */
export function guardRequest(headers: {
  host?: string;
  origin?: string;
  'sec-fetch-site'?: string | string[];
}): void {
  if (!isLoopbackHost(headers.host)) {
    throw new AwsError(
      'AccessDeniedException',
      `local-glue answers only requests addressed to 127.0.0.1 or localhost, not to "${headers.host ?? ''}"`,
      403,
    );
  }
  if (!isLoopbackOrigin(headers.origin)) {
    throw new AwsError(
      'AccessDeniedException',
      `local-glue does not answer web pages of ${headers.origin}`,
      403,
    );
  }
  if (headers['sec-fetch-site'] === 'cross-site') {
    throw new AwsError(
      'AccessDeniedException',
      'local-glue does not answer web pages of other sites',
      403,
    );
  }
}
