import type { Node } from 'constructs';

/**
 * The page of the developer portal that shows a pipeline's runs; nothing where
 * the context value `portalUrl` (in cdk.json) does not say where the portal is.
 *
 * @throws Error where it is no URL
 */
export function runsPage(node: Node, entity: string): string | undefined {
  const portal: unknown = node.tryGetContext('portalUrl');
  if (portal === undefined || portal === '') {
    return undefined;
  }
  if (!URL.canParse(String(portal))) {
    throw new Error(
      `The context value portalUrl is ${JSON.stringify(portal)}: write the address of the developer portal, for example https://portal.example.com`,
    );
  }
  return `${String(portal).replace(/\/+$/, '')}/catalog/default/component/${entity}/glue`;
}
