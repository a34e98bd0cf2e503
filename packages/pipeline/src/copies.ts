import { isHidden } from './holdsData';
import type { PipelineDraft } from './pipelineFields';

type Source = Pick<
  PipelineDraft['sources'][number],
  'uri' | 'format' | 'csv' | 'copy'
>;

/** By these endings Spark knows a compression, if they are in lower case. */
const COMPRESSED = /\.(gz|bz2)$/i;

/** Why the files of a source cannot be read where they lie, as far as `pipeline.yaml` tells. */
function whyUnreadable({ uri = '', format, csv }: Source): string | undefined {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  const encoding = csv?.encoding ?? 'UTF-8';
  if (format === 'csv' && encoding !== 'UTF-8') {
    return `it is written in ${encoding}, and Spark reads lines of UTF-8`;
  }
  if (name !== '' && isHidden(name)) {
    return `Spark takes a file named ${name} for a hidden one`;
  }
  const [ending] = COMPRESSED.exec(name) ?? [''];
  if (ending !== ending.toLowerCase()) {
    return `its name ends in ${ending}, by which Spark knows no compression`;
  }
  return undefined;
}

/**
 * Why a run copies the files of a source before it reads them; `undefined`
 * where it reads them where they lie. The one rule of it.
 *
 * @public
 */
export const whyCopied = (source: Source): string | undefined =>
  whyUnreadable(source) ?? (source.copy ? 'pipeline.yaml says so' : undefined);
