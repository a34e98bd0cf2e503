import { nameFilter } from './nameFilter';

const NAMES = ['a', 'ab', 'abb', 'sales_1', 'sales_raw', 'x_sales_raw'];

describe('the Expression of GetTables', () => {
  it.each([
    ['ab', ['ab']],
    ['AB', ['ab']],
    ['sales_.*', ['sales_1', 'sales_raw']],
    ['.*_raw', ['sales_raw', 'x_sales_raw']],
    ['sales_\\d*', ['sales_1']],
    ['a|ab', ['a', 'ab']],
    ['a(b)*', ['a', 'ab', 'abb']],
    ['ab+', ['ab', 'abb']],
    ['*', NAMES],
    ['sales_*', ['sales_1', 'sales_raw']],
    ['*_raw', ['sales_raw', 'x_sales_raw']],
    ['*sales*', ['sales_1', 'sales_raw', 'x_sales_raw']],
    ['*_raw|ab', ['ab', 'sales_raw', 'x_sales_raw']],
  ])('%s', (expression, expected) => {
    expect(NAMES.filter(nameFilter(expression))).toEqual(expected);
  });

  it.each(['(', '[a', '+', 'a{2,1}'])('%s is refused', expression => {
    expect(() => nameFilter(expression)).toThrow(
      expect.objectContaining({
        code: 'InvalidInputException',
        message: expect.stringContaining("'Expression'"),
      }),
    );
  });
});
