const API = 'http://localhost:7007/api';
const PATIENCE_MILLISECONDS = 60_000;

/**
 * Resolves true once the catalog has the components, false when it does not
 * get there in a minute. Asks it to read the folder of repositories at once,
 * instead of in its own time.
 */
export async function inCatalog(names, processes) {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  while (Date.now() < deadline && !processes.ending) {
    const headers = await guestHeaders();
    if (headers && (await haveAll(names, headers))) return true;
    if (headers) await refreshRepositories(headers);
    await new Promise(resolve => setTimeout(resolve, 1_500));
  }
  return false;
}

async function guestHeaders() {
  const { backstageIdentity } =
    (await json('/auth/guest/refresh', { method: 'POST' })) ?? {};
  return (
    backstageIdentity && {
      authorization: `Bearer ${backstageIdentity.token}`,
      'content-type': 'application/json',
    }
  );
}

async function haveAll(names, headers) {
  const found = await Promise.all(
    names.map(name =>
      json(`/catalog/entities/by-name/component/default/${name}`, { headers }),
    ),
  );
  return found.every(Boolean);
}

async function refreshRepositories(headers) {
  const locations =
    (await json('/catalog/entities?filter=kind=location,spec.type=file', {
      headers,
    })) ?? [];
  for (const { metadata, spec } of locations) {
    if (!spec.target?.includes('/repositories/')) continue;
    await fetch(`${API}/catalog/refresh`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ entityRef: `location:default/${metadata.name}` }),
    }).catch(() => undefined);
  }
}

/** The answer's JSON; undefined when there is none yet. */
async function json(path, init) {
  try {
    const response = await fetch(`${API}${path}`, init);
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
