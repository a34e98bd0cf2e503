import { palettes } from '@backstage/theme';
import { getContrastRatio } from '@material-ui/core/styles';
import { blend, readable, TonePalette, tonesOf } from './tones';

function paletteOf(theme: 'light' | 'dark'): TonePalette {
  const { background, status, textContrast, textSubtle } = palettes[theme];
  return {
    ...status,
    type: theme,
    paper: background.paper,
    textPrimary: textContrast,
    textSubtle,
    neutral: status.aborted,
  };
}

describe.each(['light', 'dark'] as const)('the %s theme', theme => {
  const palette = paletteOf(theme);
  const { quiet, ...byTone } = tonesOf(palette);
  const tones = Object.entries(byTone);

  it.each(tones)('shows %s in readable colours', (_, { mark, text, tint }) => {
    for (const background of [palette.paper, tint]) {
      expect(getContrastRatio(text, background)).toBeGreaterThanOrEqual(4.5);
      expect(getContrastRatio(mark, background)).toBeGreaterThanOrEqual(3);
    }
  });

  it('keeps words that step back readable on every background', () => {
    for (const background of [
      palette.paper,
      ...tones.map(([, { tint }]) => tint),
    ]) {
      expect(getContrastRatio(quiet, background)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps the tones apart', () => {
    expect(new Set(tones.map(([, { text }]) => text)).size).toBe(tones.length);
  });
});

it.each([
  ['#ffffff', '#000000', 0.5, 'rgb(128, 128, 128)'],
  ['#ff0000', '#ffffff', 0.1, 'rgb(255, 230, 230)'],
])('blends %s over %s by %s', (color, background, amount, result) => {
  expect(blend(color, background, amount)).toBe(result);
});

it('falls back to the text colour where no shade can be read', () => {
  expect(
    readable('#ffffff', ['#ffffff'], 22, {
      type: 'light',
      textPrimary: '#111111',
    }),
  ).toBe('#111111');
});
