import { Content, Header, Page } from '@backstage/core-components';
import { CustomHomepageGrid } from '@backstage/plugin-home';
import { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { Fragment, useMemo } from 'react';

/** Two widgets side by side from a tablet on: the grid's own columns, fewer on a laptop, would set them in steps. */
const COLUMNS = { xl: 12, lg: 12, md: 12, sm: 12, xs: 1, xxs: 1 };

/** The widgets that a user chose, at first those that app-config names. */
export function HomeLayout({ widgets, defaultConfig }: HomePageLayoutProps) {
  const config = useMemo(
    () =>
      defaultConfig?.map(({ column, row, ...item }) => ({
        ...item,
        x: column,
        y: row,
      })),
    [defaultConfig],
  );
  return (
    <Page themeId="home">
      <Header title="Home" />
      <Content>
        <CustomHomepageGrid config={config} cols={COLUMNS}>
          {widgets.map(({ component, name, node }) => (
            <Fragment key={name ?? node.spec.id}>{component}</Fragment>
          ))}
        </CustomHomepageGrid>
      </Content>
    </Page>
  );
}
