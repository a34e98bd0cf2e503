import { screen } from '@testing-library/react';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { setViewport } from '../__testUtils__/viewport';
import { apiOf, entityOf, STATES } from './states';

describe('every state', () => {
  beforeEach(() => setViewport(1440));

  it.each(STATES.filter(({ shows }) => !shows.test('')))(
    'shows "$title"',
    async state => {
      renderOnEntity(state.element, {
        api: apiOf(state),
        entity: entityOf(state),
        search: state.search,
        mayStart: !state.denied,
      });
      expect((await screen.findAllByText(state.shows)).length).toBeGreaterThan(
        0,
      );
    },
  );

  it('shows that it is loading', async () => {
    const loading = STATES.find(({ id }) => id === 'tab-loading')!;
    renderOnEntity(loading.element, { api: apiOf(loading) });
    expect(
      await screen.findByRole('progressbar', { name: 'Loading workflows' }),
    ).toBeInTheDocument();
  });
});
