import { screen } from '@testing-library/react';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { AddWorkflowButton } from './AddWorkflowButton';

// Alone in its file: a permission that belongs to no entity is remembered for some seconds.
it('is absent for who may register nothing', async () => {
  renderOnEntity(<AddWorkflowButton />, { mayStart: false });
  await screen.findByTestId('address');
  expect(screen.queryByRole('button', { name: 'Add a workflow' })).toBeNull();
});
