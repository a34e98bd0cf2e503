import { parse } from 'yaml';
import { renderText, writeJson, writeMarkdown } from './renderText';

const NASTY = `a: "b" 'c' #d \${{ values.owner }} {% raw %} \\ [x](y) <b>`;

const values = {
  name: 'daily-orders',
  description: NASTY,
  owner: 'group:default/a',
  tags: ['x', '- y'],
};

describe('renderText', () => {
  it('writes values into YAML as values, whatever is in them', () => {
    const text = renderText(
      'description: ${{ values.description }}\ntags: ${{values.tags}}\n',
      values,
      writeJson,
    );
    expect(parse(text)).toEqual({ description: NASTY, tags: ['x', '- y'] });
  });

  it('writes values into Markdown as text', () => {
    expect(
      renderText(
        '# ${{ values.name }}\n\n${{ values.description }}',
        {
          ...values,
          description: '`rm -rf` [a](b) *c* <d>',
        },
        writeMarkdown,
      ),
    ).toBe('# daily-orders\n\n\\`rm -rf\\` \\[a\\]\\(b\\) \\*c\\* \\<d\\>');
  });

  it('leaves names whole, which also stand in blocks of code', () => {
    expect(writeMarkdown('mart.covid_hiring_table')).toBe(
      'mart.covid_hiring_table',
    );
    expect(writeMarkdown('_emphasis_')).toBe('\\_emphasis\\_');
  });

  it('writes a list that is alone in an item as an item for each', () =>
    expect(
      renderText('So:\n\n- ${{ values.tags }}\n\nEnd', values, writeMarkdown),
    ).toBe('So:\n\n- x\n- - y\n\nEnd'));

  it('does not render a value a second time', () => {
    expect(renderText('${{ values.description }}', values, String)).toBe(NASTY);
  });

  it.each([
    ['an unknown value', '${{ values.secret }}', 'unknown value "secret"'],
    ['what every object has', '${{ values.constructor }}', 'unknown value'],
    ['another expression', '${{ 1 + 1 }}', 'is not a placeholder'],
    ['a statement', '{% for x in y %}', 'is not a placeholder'],
  ])('rejects %s', (_, template, message) =>
    expect(() => renderText(template, values, writeJson)).toThrow(message),
  );
});
