/** Why a deployment cannot go on, and on which resource of which stack. */
export class DeployError extends Error {
  readonly stackName?: string;
  readonly logicalId?: string;
  readonly resourceType?: string;
  readonly reason: string;

  constructor(
    reason: string,
    where: { stack?: string; logicalId?: string; resourceType?: string } = {},
  ) {
    super(sentence(reason, where));
    this.name = 'DeployError';
    this.reason = reason;
    this.stackName = where.stack;
    this.logicalId = where.logicalId;
    this.resourceType = where.resourceType;
  }

  /** The same reason, told of a resource; what is known already stays. */
  static at(
    thrown: unknown,
    where: { stack: string; logicalId?: string; resourceType?: string },
  ): DeployError {
    if (thrown instanceof DeployError) {
      if (thrown.logicalId) return thrown;
      return new DeployError(thrown.reason, where);
    }
    const error = thrown as { message?: string };
    return new DeployError(error?.message ?? String(thrown), where);
  }
}

function sentence(
  reason: string,
  where: { stack?: string; logicalId?: string; resourceType?: string },
): string {
  const { stack, logicalId, resourceType } = where;
  if (stack && logicalId) {
    const type = resourceType ? ` (${resourceType})` : '';
    return `Stack ${stack}, resource ${logicalId}${type}: ${reason}`;
  }
  return stack ? `Stack ${stack}: ${reason}` : reason;
}
