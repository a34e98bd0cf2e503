/**
 * What a line of pip's output says to a person who waits, e.g.
 * `downloading pyspark-3.5.6.tar.gz (317.4 MB)`; undefined for other lines.
 */
export function pipProgress(line: string): string | undefined {
  const text = line.trim();
  const collecting = /^Collecting ([A-Za-z0-9._-]+)/.exec(text);
  if (collecting) return `downloading ${collecting[1]}`;
  const downloading = /^Downloading (?:\S*\/)?(\S+) (\([^)]+\))/.exec(text);
  if (downloading) return `downloading ${downloading[1]} ${downloading[2]}`;
  const building =
    /^Building wheels? for (?:collected packages: )?([^(]+)/.exec(text);
  if (building) return `unpacking ${building[1].trim()}`;
  if (text.startsWith('Installing collected packages')) {
    return 'installing the downloaded packages';
  }
  return undefined;
}
