import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('signs a guest in and shows the navigation', async () => {
    process.env = {
      ...process.env,
      APP_CONFIG: JSON.stringify([
        {
          context: 'test',
          data: {
            app: { title: 'Glue Pipelines', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        },
      ]),
    };
    render(App.createRoot());
    // No back end answers here, so the sign-in page itself is what must appear.
    expect(await screen.findByText(/guest/i)).toBeInTheDocument();
  });
});
