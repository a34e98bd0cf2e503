import { compatWrapper } from '@backstage/core-compat-api';
import { Header, Page } from '@backstage/core-components';
import { GlueOverviewCard } from '../card/GlueOverviewCard';
import { FleetPage } from '../fleet/FleetPage';
import { useTexts } from '../translation/ref';
import { GlueTab } from '../workflow/GlueTab';

/** The tab with what the new system gives to it. */
export const LegacyGlueTab = () => compatWrapper(<GlueTab />);

/** The card with what the new system gives to it. */
export const LegacyCard = () => compatWrapper(<GlueOverviewCard />);

function FramedFleetPage() {
  const t = useTexts();
  return (
    <Page themeId="tool">
      <Header title={t('fleet.title')} />
      <FleetPage />
    </Page>
  );
}

/** The page of all pipelines with the frame that the new system gives to it. */
export const LegacyFleetPage = () => compatWrapper(<FramedFleetPage />);
