import type { EventsContext } from './context';
import { noSuchRule } from './errors';
import { StoredRule } from './RuleStore';

/** Throws ResourceNotFoundException. */
export function requireRule(
  { rules }: EventsContext,
  name: string,
): StoredRule {
  const rule = rules.get(name);
  if (!rule) throw noSuchRule(name);
  return rule;
}
