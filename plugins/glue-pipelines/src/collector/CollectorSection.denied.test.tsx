import { usePermission } from '@backstage/plugin-permission-react';
import { gluePipelinesCollectorReadPermission } from '@glue-pipelines/backstage-plugin-common';
import { screen } from '@testing-library/react';
import { backEnd, renderOnEntity } from '../__testUtils__/renderOnEntity';
import { CollectorSection } from './CollectorSection';

function Decision() {
  const { loading, allowed } = usePermission({
    permission: gluePipelinesCollectorReadPermission,
  });
  return <p>{loading ? 'undecided' : `allowed: ${allowed}`}</p>;
}

// In a file of its own: what is allowed is remembered from test to test.
it('shows and asks nothing for who may not know', async () => {
  const api = backEnd();
  renderOnEntity(
    <>
      <CollectorSection />
      <Decision />
    </>,
    { api, mayStart: false },
  );
  await screen.findByText('allowed: false');
  expect(screen.queryByText('How AWS is read')).toBeNull();
  expect(api.getCollector).not.toHaveBeenCalled();
});
