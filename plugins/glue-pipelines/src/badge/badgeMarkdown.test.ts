import { badgeMarkdown, pageOfWorkflow } from './badgeMarkdown';

const PAGE = 'https://portal.example/catalog/default/component/orders/glue';

describe('badgeMarkdown', () => {
  it('is an image that leads to the page, whatever the name is', () => {
    expect(
      badgeMarkdown({
        alt: 'or[der]s',
        imageUrl: 'https://portal.example/badge',
        pageUrl: PAGE,
      }),
    ).toBe(`[![or\\[der\\]s](https://portal.example/badge)](${PAGE})`);
  });
});

describe('pageOfWorkflow', () => {
  it.each([
    [`${PAGE}?run=wr_1&node=job.load`, PAGE],
    [`${PAGE}?run=wr_1&workflow=or+ders#top`, `${PAGE}?workflow=or+ders`],
  ])('of %s is %s', (address, page) => {
    expect(pageOfWorkflow(address)).toBe(page);
  });
});
