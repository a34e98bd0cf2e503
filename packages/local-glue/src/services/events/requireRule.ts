import { ServerContext } from '../../server/context';
import { noSuchRule } from './errors';
import { RuleStore, StoredRule } from './RuleStore';

/** Throws ResourceNotFoundException. */
export function requireRule(
  { database }: ServerContext,
  name: string,
): StoredRule {
  const rule = new RuleStore(database).get(name);
  if (!rule) throw noSuchRule(name);
  return rule;
}
