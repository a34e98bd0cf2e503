import { WorkflowOfEntity } from '../api/GluePipelinesApi';
import { Panel } from '../workflow/Panel';
import { CatalogSection } from './CatalogSection';
import { WarehouseSection } from './WarehouseSection';

/** What a workflow reads and writes. */
export function DataPanel({ workflow }: { workflow: WorkflowOfEntity }) {
  return (
    <Panel title="Data">
      <WarehouseSection workflow={workflow} />
      <CatalogSection workflow={workflow} />
    </Panel>
  );
}
