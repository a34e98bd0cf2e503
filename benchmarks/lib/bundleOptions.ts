import { BuildOptions, Plugin } from 'esbuild';
import { builtinModules } from 'node:module';

/** Some dependencies name modules of Node that no browser has, and never call them there. */
const withoutNode: Plugin = {
  name: 'without-node',
  setup: build => {
    const builtins = builtinModules.join('|');
    build.onResolve(
      { filter: new RegExp(`^(node:)?(${builtins})(/.*)?$`) },
      async ({ path, pluginData, ...where }) => {
        // Packages may bear the same name, as `punycode` and `url` do.
        const found =
          pluginData !== 'asked' &&
          (await build.resolve(path, { ...where, pluginData: 'asked' }));
        return found && found.errors.length === 0 && !found.external
          ? found
          : { path, namespace: 'without-node' };
      },
    );
    build.onLoad({ filter: /.*/, namespace: 'without-node' }, () => ({
      contents: 'module.exports = new Proxy({}, { get: () => class {} });',
    }));
  },
};

/** How everything is bundled that is measured: as for production, for the browsers of today. */
export const BUNDLE_OPTIONS: BuildOptions = {
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  // Only JavaScript is looked at.
  loader: Object.fromEntries(
    ['css', 'svg', 'png', 'gif', 'woff', 'woff2', 'ttf', 'eot'].map(ext => [
      `.${ext}`,
      'empty',
    ]),
  ),
  plugins: [withoutNode],
  logLevel: 'error',
};
