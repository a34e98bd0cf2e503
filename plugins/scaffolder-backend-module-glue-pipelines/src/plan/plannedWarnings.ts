import fs from 'fs-extra';
import { join } from 'node:path';

interface Entry {
  type?: string;
  data?: unknown;
}

const METADATA = '.metadata.json';

/** What the constructs of a synthesized app warn of. The name of each warning, by which one acknowledges it, is left out. */
export async function plannedWarnings(cdkOut: string): Promise<string[]> {
  const files = (await fs.readdir(cdkOut)).filter(file =>
    file.endsWith(METADATA),
  );
  const entries: Entry[] = [];
  for (const file of files.sort()) {
    const byConstruct: Record<string, Entry[]> = await fs.readJson(
      join(cdkOut, file),
    );
    entries.push(...Object.values(byConstruct).flat());
  }
  const warnings = entries
    .filter(({ type }) => type === 'aws:cdk:warning')
    .map(({ data }) => String(data).replace(/ \[ack: [^\]]*\]$/, ''));
  return [...new Set(warnings)];
}
