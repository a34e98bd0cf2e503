/**
 * Widths of characters in fractions of the font size, of a wide and bold
 * sans serif like DejaVu; a layout cannot wait for the browser to measure.
 */
const NARROW: Record<string, number> = {
  ...Object.fromEntries([..."ijlI.,:;|!' "].map(char => [char, 0.34])),
  ...Object.fromEntries([...'ftr-()[]/\\'].map(char => [char, 0.44])),
  ...Object.fromEntries([...'mwMW@%'].map(char => [char, 1.02])),
};
const LOWER_CASE = 0.67;
const UPPER_CASE = 0.78;
/** Nothing Latin: at most a square. */
const OTHER = 1.02;

function widthOf(char: string): number {
  if (NARROW[char]) {
    return NARROW[char];
  }
  if (/[A-Z]/.test(char)) {
    return UPPER_CASE;
  }
  return char < '\u0250' ? LOWER_CASE : OTHER;
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

/**
 * A text in one line or in two, broken after a separator where that leaves
 * room for the rest of it.
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
  const separator = Math.max(
    ...[...'-_./ '].map(char => most.lastIndexOf(char)),
  );
  const atSeparator = text.slice(separator + 1);
  return separator > 0 && textWidth(atSeparator, fontSize) <= width
    ? [text.slice(0, separator + 1), atSeparator]
    : [most, fitText(text.slice(most.length), width, fontSize)];
}
