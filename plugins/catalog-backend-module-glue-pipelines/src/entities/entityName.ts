import { createHash } from 'node:crypto';

/** The longest name that an entity may have ("Descriptor format of catalog entities", Backstage's documentation). */
const LONGEST_NAME = 63;
/** Hexadecimal digits that tell names apart which would otherwise be equal. */
const HASH_LENGTH = 8;

/**
 * A name for an entity, the same for the same text and suffix. Names of
 * entities are letters, digits and `-_.` and are compared without regard to
 * case: where the text cannot stay as it is, a hash of it keeps it unique.
 *
 * @param suffix - of characters that a name may have, itself unique
 */
export function entityName(text: string, suffix: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  const room = LONGEST_NAME - suffix.length - 1;
  if (slug === text && slug.length <= room) {
    return `${slug}-${suffix}`;
  }
  const hash = createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, HASH_LENGTH);
  const head = slug.slice(0, room - HASH_LENGTH - 1).replace(/[^a-z0-9]+$/, '');
  return [head, hash, suffix].filter(Boolean).join('-');
}
