import { fileName, pngScale, svgText } from './picture';

describe('pngScale', () => {
  it.each([
    ['a usual graph, sharply', { width: 2000, height: 400 }, 2],
    [
      'a long one, as long as a canvas may be',
      { width: 32_768, height: 100 },
      0.5,
    ],
    ['a tall one', { width: 100, height: 16_384 }, 1],
    [
      'a huge one, as large as a canvas may be',
      { width: 12_000, height: 10_000 },
      1,
    ],
  ])('draws %s', (_, size, scale) => {
    expect(pngScale(size)).toBe(scale);
  });
});

it.each([
  ['covid-hiring', 'covid-hiring.svg'],
  ['Orders / EU: daily', 'Orders-EU-daily.svg'],
])('calls the picture of %s %s', (workflow, name) => {
  expect(fileName(workflow, 'svg')).toBe(name);
});

it('leaves nothing of the page in a file', () => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  element.setAttribute('class', 'MuiSvgIcon-root');
  element.innerHTML = '<g class="a"><title>a &amp; b</title></g>';
  expect(svgText(element)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg"><g><title>a &amp; b</title></g></svg>',
  );
  expect(element).toHaveAttribute('class', 'MuiSvgIcon-root');
});
