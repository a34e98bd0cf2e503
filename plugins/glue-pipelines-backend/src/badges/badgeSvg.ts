import { Badge } from '@glue-pipelines/backstage-plugin-common';

/** Grounds on which white text has a contrast of at least 4.5 (WCAG 2.1, 1.4.3). */
const GROUNDS: Record<Badge['tone'], string> = {
  ok: '#1a7f37',
  error: '#b62324',
  warning: '#8a5d00',
  running: '#0962c4',
  neutral: '#57606a',
};
const LABEL_GROUND = '#3d4248';
const HEIGHT = 20;
const PADDING = 6;
/** Of a letter of the font below, in pixels; `textLength` makes it true. */
const LETTER = 6.5;
const LONGEST_LABEL = 60;

/** A badge as an image that can be read aloud. */
export function badgeSvg(label: string, { message, tone }: Badge): string {
  const shown = shortened(label);
  const left = widthOf(shown);
  const right = widthOf(message);
  const width = left + right;
  const title = escaped(`${label}: ${message}`);
  const text = (words: string, x: number, of: number) =>
    `<text x="${x + PADDING}" y="14" textLength="${of - 2 * PADDING}" lengthAdjust="spacingAndGlyphs">${escaped(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<rect width="${left}" height="${HEIGHT}" fill="${LABEL_GROUND}"/>`,
    `<rect x="${left}" width="${right}" height="${HEIGHT}" fill="${GROUNDS[tone]}"/>`,
    `<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">`,
    text(shown, 0, left),
    text(message, left, right),
    '</g></svg>',
  ].join('');
}

function widthOf(text: string): number {
  return Math.round([...text].length * LETTER) + 2 * PADDING;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_LABEL
    ? `${characters.slice(0, LONGEST_LABEL - 1).join('')}…`
    : text;
}

/** For XML 1.0, which knows no control characters. */
function escaped(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- those are what is looked for
      .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu, '?')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}
