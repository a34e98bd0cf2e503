import { connect } from 'node:net';

/** True when something listens on the port of this machine, over IPv4 or IPv6. */
export async function listens(port) {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(
      host =>
        new Promise(resolve => {
          const socket = connect({ host, port });
          socket.once('connect', () => resolve(true) || socket.destroy());
          socket.once('error', () => resolve(false));
          socket.setTimeout(1_000, () => resolve(false) || socket.destroy());
        }),
    ),
  );
  return answers.includes(true);
}

/** Resolves once `url` answers with success; rejects when `abandoned` resolves first. */
export async function answers(url, abandoned) {
  let gone;
  abandoned.then(code => {
    gone = code;
  });
  while (gone === undefined) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
      if (response.ok) return response;
    } catch {
      // Not yet.
    }
    await new Promise(resolve => setTimeout(resolve, 300));
  }
  throw new Error(`it ended (exit code ${gone}) before ${url} answered`);
}
