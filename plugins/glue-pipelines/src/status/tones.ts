import {
  darken,
  decomposeColor,
  getContrastRatio,
  lighten,
  recomposeColor,
  Theme,
} from '@material-ui/core/styles';
import { Tone } from './statuses';

/** The colours of one tone in one theme. */
export interface ToneColors {
  /** For icons, bars and borders: at least 3:1 on paper. */
  mark: string;
  /** For words: at least 4.5:1 on paper and on the tone's own tint. */
  text: string;
  /** A quiet background. */
  tint: string;
}

export interface Tones extends Record<Tone, ToneColors> {
  /** For words that step back: at least 4.5:1 on paper and on every tint. */
  quiet: string;
}

/** The parts of a theme from which the tones come. */
export interface TonePalette {
  type: 'light' | 'dark';
  paper: string;
  /** Where no shade of a colour reaches the contrast. */
  textPrimary: string;
  textSubtle: string;
  ok: string;
  error: string;
  warning: string;
  running: string;
  pending: string;
  neutral: string;
}

// WCAG 2.1, success criteria 1.4.3 (text) and 1.4.11 (graphics).
const TEXT_CONTRAST = 4.5;
const GRAPHIC_CONTRAST = 3;

/** A colour over a background, as an opaque colour. */
export function blend(
  color: string,
  background: string,
  amount: number,
): string {
  const over = decomposeColor(color).values;
  const under = decomposeColor(background).values;
  return recomposeColor({
    type: 'rgb',
    values: [0, 1, 2].map(channel =>
      Math.round(over[channel] * amount + under[channel] * (1 - amount)),
    ) as [number, number, number],
  });
}

/** The shade of a colour nearest to it that reaches a contrast on every background. */
export function readable(
  color: string,
  backgrounds: string[],
  contrast: number,
  palette: Pick<TonePalette, 'type' | 'textPrimary'>,
): string {
  const shade = palette.type === 'dark' ? lighten : darken;
  for (let step = 0; step <= 20; step++) {
    const candidate = shade(color, step / 20);
    if (
      backgrounds.every(
        background => getContrastRatio(candidate, background) >= contrast,
      )
    ) {
      return candidate;
    }
  }
  return palette.textPrimary;
}

function toneColors(color: string, palette: TonePalette): ToneColors {
  const tint = blend(color, palette.paper, 0.1);
  return {
    tint,
    mark: readable(color, [palette.paper, tint], GRAPHIC_CONTRAST, palette),
    text: readable(color, [palette.paper, tint], TEXT_CONTRAST, palette),
  };
}

/** The tones of a palette, its own colours moved until they can be read. */
export function tonesOf(palette: TonePalette): Tones {
  const tones = {
    ok: toneColors(palette.ok, palette),
    error: toneColors(palette.error, palette),
    warning: toneColors(palette.warning, palette),
    running: toneColors(palette.running, palette),
    pending: toneColors(palette.pending, palette),
    neutral: toneColors(palette.neutral, palette),
  };
  const backgrounds = Object.values(tones).map(({ tint }) => tint);
  return {
    ...tones,
    quiet: readable(
      palette.textSubtle,
      [palette.paper, ...backgrounds],
      TEXT_CONTRAST,
      palette,
    ),
  };
}

const byTheme = new WeakMap<Theme, Tones>();

/** The tones of the app's theme, from its status colours. */
export function tonesOfTheme(theme: Theme): Tones {
  const known = byTheme.get(theme);
  if (known) {
    return known;
  }
  const { palette } = theme;
  const tones = tonesOf({
    type: palette.type,
    paper: palette.background.paper,
    textPrimary: palette.text.primary,
    textSubtle: palette.textSubtle,
    ok: palette.status.ok,
    error: palette.status.error,
    warning: palette.status.warning,
    running: palette.status.running,
    pending: palette.status.pending,
    neutral: palette.status.aborted,
  });
  byTheme.set(theme, tones);
  return tones;
}
