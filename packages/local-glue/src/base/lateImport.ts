/**
 * The exports of a module imported when it is needed: `lateImport(import('./x'))`.
 * What is built hands them out as they are. Node, when it imports a CommonJS
 * module that is compiled as it loads, cannot see its names and hands out the
 * whole as `default`.
 */
export async function lateImport<Module extends object>(
  imported: Promise<Module>,
): Promise<Module> {
  const module = await imported;
  return 'default' in module ? (module.default as Module) : module;
}
