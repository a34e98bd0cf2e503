import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { Explanation } from './Explanation';

describe('Explanation', () => {
  it('says what happened, where, what to do and where to read about it', () => {
    renderInTestApp(
      <Explanation error="Error Category: QUERY_ERROR; Failed Line Number: 42; AnalysisException: [UNRESOLVED_COLUMN.WITH_SUGGESTION] A column or function parameter with name `state` cannot be resolved." />,
    );
    expect(
      screen.getByText('There is no column state. (line 42 of the script)'),
    ).toBeInTheDocument();
    expect(screen.getByText(/A source lost or renamed it/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Read about it' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^https:/),
    );
  });

  it('says it in German', async () => {
    renderOnEntity(
      <Explanation error="ModuleNotFoundError: No module named 'tensorflow'" />,
      { language: 'de' },
    );
    expect(
      await screen.findByText('Der Job hat kein Python-Modul tensorflow.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Fügen Sie es durch/)).toBeInTheDocument();
  });

  it('knows a time-out by its state', () => {
    renderInTestApp(<Explanation error="" rawState="TIMEOUT" />);
    expect(screen.getByText(/ran longer than its time-out/)).toBeVisible();
  });

  it('says when it does not know', () => {
    renderInTestApp(
      <Explanation error="Failed Line Number: 7; ValueError: negative total" />,
    );
    expect(
      screen.getByText(
        'This error is not one of those that the portal explains. It arose in line 7 of the script.',
      ),
    ).toBeInTheDocument();
  });

  it('says what the back end knows besides', () => {
    renderInTestApp(
      <Explanation
        error="LateFileError: orders.csv"
        known={{
          id: 'sales-late-file',
          title: 'The shop has not sent orders.csv.',
          remedy: 'Ask the shop.',
        }}
      />,
    );
    expect(
      screen.getByText('The shop has not sent orders.csv.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Ask the shop.')).toBeInTheDocument();
  });
});
