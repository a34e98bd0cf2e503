import type { StoredTrigger } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import type { TriggerChain } from '../store/TriggerChainStore';
import type { Actions } from './Actions';
import { newTriggerChainId } from './ids';
import { dueTriggers, isAnythingActive, nodeStates } from './progress';
import type { AfterCommit, Transactions } from './Transactions';

/**
 * What triggers outside of workflows lead to. Each firing of an ON_DEMAND or
 * SCHEDULED trigger begins a chain; a conditional trigger fires when its
 * predicate becomes true within one chain: "Dependent jobs or crawlers are
 * only started if the job or crawler that completes was started by a trigger.
 * All jobs or crawlers in a dependency chain must be descendants of a single
 * scheduled or on-demand trigger" ("AWS Glue triggers", AWS Glue Developer
 * Guide). In a chain it fires once, and it is looked up when a job or crawler
 * ends: chains take no snapshot (neither is documented).
 */
export class TriggerChains {
  readonly #store: GlueStore;
  readonly #transactions: Transactions;
  readonly #actions: Actions;

  constructor(store: GlueStore, transactions: Transactions, actions: Actions) {
    this.#store = store;
    this.#transactions = transactions;
    this.#actions = actions;
  }

  /** Starts a trigger's actions, and with them a chain. */
  fire(trigger: StoredTrigger): void {
    this.#transactions.run(afterCommit => {
      const chain = { id: newTriggerChainId(), fired: [trigger.Name] };
      this.#store.triggerChains.put(chain);
      this.#actions.startAll(trigger, { id: chain.id }, afterCommit);
      this.#advance(chain, afterCommit);
    });
  }

  /** Inside a transaction: fires what can fire now; forgets the chain when all of it has ended. */
  advance(id: string, afterCommit: AfterCommit): void {
    const chain = this.#store.triggerChains.get(id);
    if (chain) this.#advance(chain, afterCommit);
  }

  /** Goes on with the chains of a server that was stopped. Job runs and crawls are settled already. */
  resume(): void {
    for (const id of this.#store.triggerChains.ids()) {
      this.#transactions.record('what triggers lead to', afterCommit =>
        this.advance(id, afterCommit),
      );
    }
  }

  #advance({ id, fired }: TriggerChain, afterCommit: AfterCommit): void {
    const triggers = this.#store.triggers.outsideWorkflows();
    let history = this.#store.runHistory.of(id);
    for (;;) {
      const states = nodeStates(history);
      const due = dueTriggers(triggers, fired, states);
      if (due.length === 0) break;
      for (const trigger of due) {
        fired.push(trigger.Name);
        this.#actions.startAll(trigger, { id, states }, afterCommit);
      }
      // An action that ends at once (a missing job) can make further triggers due.
      history = this.#store.runHistory.of(id);
    }
    if (isAnythingActive(history)) {
      this.#store.triggerChains.put({ id, fired });
    } else {
      this.#store.triggerChains.delete(id);
    }
  }
}
