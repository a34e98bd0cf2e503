/**
 * What a shared warehouse exports from its stack, so that pipelines find it by
 * its name alone, and CloudFormation keeps it while one of them uses it.
 */
export const warehouseExports = (name: string) => ({
  workgroupArn: `glue-pipelines:warehouse:${name}:WorkgroupArn`,
  copyRoleArn: `glue-pipelines:warehouse:${name}:CopyRoleArn`,
  usersFunctionArn: `glue-pipelines:warehouse:${name}:UsersFunctionArn`,
});
