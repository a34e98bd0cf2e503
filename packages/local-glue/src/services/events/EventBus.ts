import { randomUUID } from 'node:crypto';
import { AwsError } from '../../base/AwsError';
import type { EventSink, Happening } from '../../base/Happening';
import type { EventsDependencies } from './context';
import type { RuleStore } from './RuleStore';
import { EventPattern, readEventPattern } from './pattern/eventPattern';

/**
 * The default event bus: gives each event to the targets of the rules that it
 * matches, before `send` returns.
 */
export class EventBus implements EventSink {
  readonly #dependencies: EventsDependencies;
  readonly #rules: RuleStore;
  /** By their text. */
  readonly #patterns = new Map<string, EventPattern>();

  constructor(dependencies: EventsDependencies, rules: RuleStore) {
    this.#dependencies = dependencies;
    this.#rules = rules;
  }

  /** Throws when a target's service cannot store that it was told, e.g. because the disk is full. */
  send(happening: Happening): string {
    const { accountId, region, log, workflows } = this.#dependencies;
    const id = randomUUID();
    const event = {
      version: '0',
      id,
      'detail-type': happening.detailType,
      source: happening.source,
      account: accountId,
      // To the second, as in the examples of the documents.
      time: happening.time.toISOString().replace(/\.\d+Z$/, 'Z'),
      region,
      resources: happening.resources,
      detail: happening.detail,
    };
    for (const rule of this.#rules.list()) {
      if (rule.state !== 'ENABLED') continue;
      if (!this.#pattern(rule.eventPattern)(event)) continue;
      for (const target of this.#rules.targets(rule.name)) {
        const workflow = workflows.nameOf(target.Arn) ?? '';
        try {
          workflows.notify(workflow, id);
        } catch (error) {
          if (!(error instanceof AwsError)) throw error;
          // As when EventBridge cannot deliver: nobody is there to be told.
          log.warn(
            `Rule ${rule.name} could not tell workflow ${workflow} of event ${id}: ${error.message}`,
          );
        }
      }
    }
    return id;
  }

  #pattern(text: string): EventPattern {
    let pattern = this.#patterns.get(text);
    if (!pattern) {
      pattern = readEventPattern(text);
      this.#patterns.set(text, pattern);
    }
    return pattern;
  }
}
