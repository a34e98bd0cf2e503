import { CAUSE_IDS, CauseRule } from '@glue-pipelines/backstage-plugin-common';
import { GluePipelinesCausesExtensionPoint } from '@glue-pipelines/backstage-plugin-node';

/** The causes of failures that modules of the portal add to those that the plugin knows. */
export class AddedCauses implements GluePipelinesCausesExtensionPoint {
  private readonly added: CauseRule[] = [];

  /** Grows until the plugin starts. */
  get rules(): readonly CauseRule[] {
    return this.added;
  }

  addCauses(...causes: CauseRule[]): void {
    for (const cause of causes) {
      const isTaken =
        CAUSE_IDS.includes(cause.id) ||
        this.added.some(({ id }) => id === cause.id);
      if (isTaken) {
        throw new Error(
          `There is a cause ${cause.id} already: give the one you add another id, e.g. with the name of your team before it`,
        );
      }
      this.added.push(cause);
    }
  }
}
