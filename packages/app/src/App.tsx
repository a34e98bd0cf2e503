import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { homeModule } from './home';
import { navigationModule } from './navigation';
import { signInModule } from './signIn';

/** The portal. Installed plugins are found through `app.packages` in app-config. */
export default createApp({
  features: [catalogPlugin, homeModule, navigationModule, signInModule],
});
