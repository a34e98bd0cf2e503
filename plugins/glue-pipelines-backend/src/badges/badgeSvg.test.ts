import { badgeSvg } from './badgeSvg';

describe('badgeSvg', () => {
  it('says the same to who sees it and to who hears it', () => {
    const svg = badgeSvg('orders', { message: 'failed, late', tone: 'error' });
    expect(svg).toContain('role="img" aria-label="orders: failed, late"');
    expect(svg).toContain('<title>orders: failed, late</title>');
    expect(svg).toMatch(/>orders<\/text>.*>failed, late<\/text>/);
    expect(svg).toContain('fill="#b62324"');
  });

  it('is an image whatever the name is', () => {
    const svg = badgeSvg('<script>alert("1")</script>\u0000&\ud800', {
      message: 'succeeded',
      tone: 'ok',
    });
    expect(svg).not.toContain('<script');
    expect(svg).toContain(
      '<title>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;?&amp;?: succeeded</title>',
    );
  });

  it('stays short, and has the whole name in its title', () => {
    const name = 'long'.repeat(60);
    const svg = badgeSvg(name, { message: 'running', tone: 'running' });
    expect(svg).toContain(`<title>${name}: running</title>`);
    expect(Number(/width="(\d+)"/.exec(svg)?.[1])).toBeLessThan(500);
  });

  it.each(['ok', 'error', 'warning', 'running', 'neutral'] as const)(
    'has words that can be read on the ground of %s',
    tone => {
      const grounds = badgeSvg('a', { message: 'b', tone }).matchAll(
        /fill="(#\w{6})"/g,
      );
      for (const [, ground] of grounds) {
        expect(contrastWithWhite(ground)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});

/** As WCAG 2.1 defines it. */
function contrastWithWhite(color: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map(start => parseInt(color.slice(start, start + 2), 16) / 255)
    .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
