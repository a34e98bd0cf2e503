/**
 * Widths of characters in fractions of the font size, of a wide and bold
 * sans serif like DejaVu; a layout cannot wait for the browser to measure.
 */
const WIDTHS = new Map(
  (
    [
      ['ijlI', 0.36],
      [".,:;'!| ", 0.4],
      ['f()-[]/\\', 0.46],
      ['rt_', 0.51],
      ['cksvxyz', 0.65],
      ['mwMW@%', 1.05],
    ] as const
  ).flatMap(([characters, width]) =>
    [...characters].map((char): [string, number] => [char, width]),
  ),
);
const UPPER_CASE = 0.79;
const LATIN = 0.71;
/** Nothing Latin: at most a square. */
const OTHER = 1.02;

function widthOf(char: string): number {
  const known = WIDTHS.get(char);
  if (known) {
    return known;
  }
  if (/[A-Z]/.test(char)) {
    return UPPER_CASE;
  }
  return char < '\u0250' ? LATIN : OTHER;
}

/** About how wide a text is, rather too wide than too narrow. In pixels. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, char) => sum + widthOf(char), 0) * fontSize;
}

/** The longest beginning of a text that fits. */
function beginning(text: string, width: number, fontSize: number): string {
  let end = '';
  for (const char of text) {
    if (textWidth(end + char, fontSize) > width) {
      break;
    }
    end += char;
  }
  return end;
}

const reversed = (text: string) => [...text].reverse().join('');

/**
 * A text shortened in its middle: names of steps differ at their ends as
 * often as at their beginnings.
 */
export function fitText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) {
    return text;
  }
  const half = (width - textWidth('…', fontSize)) / 2;
  return `${beginning(text, half, fontSize)}…${reversed(
    beginning(reversed(text), half, fontSize),
  )}`;
}

/** Up to where a text may be broken: after separators, and before capitals in `camelCase`. */
function lastBreak(text: string): number {
  const places = [...text.matchAll(/[-_./ ]|[a-z0-9](?=[A-Z])/g)];
  return places.length > 0 ? places[places.length - 1].index! + 1 : 0;
}

/** A break before this part of a line would waste too much of it. */
const EARLIEST_BREAK = 0.6;

/**
 * A text in one line or in two, broken between words where that leaves room
 * for the rest of it, or does not cost much.
 */
export function wrapText(
  text: string,
  width: number,
  fontSize: number,
): string[] {
  if (textWidth(text, fontSize) <= width) {
    return [text];
  }
  const most = beginning(text, width, fontSize);
  // One more: the capital before which a line may end.
  const between = lastBreak(text.slice(0, most.length + 1));
  const fits = textWidth(text.slice(between), fontSize) <= width;
  const end =
    between > 0 &&
    between <= most.length &&
    (fits || between >= most.length * EARLIEST_BREAK)
      ? between
      : most.length;
  return [text.slice(0, end), fitText(text.slice(end), width, fontSize)];
}
