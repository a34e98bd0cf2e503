import { Texts } from '../translation/ref';
import { Size } from './zoom';

/** Sharp on screens with two pixels per pixel. */
const PNG_SCALE = 2;
/** Canvases beyond these stay empty in some browsers. In pixels. */
const MAX_SIDE = 16_384;
const MAX_AREA = 120_000_000;

/** How many pixels of a PNG a pixel of the picture becomes. */
export function pngScale({ width, height }: Size): number {
  return Math.min(
    PNG_SCALE,
    MAX_SIDE / width,
    MAX_SIDE / height,
    Math.sqrt(MAX_AREA / (width * height)),
  );
}

/** The name of a file for a picture, e.g. `covid-hiring.svg`. */
export function fileName(workflowName: string, extension: string): string {
  return `${workflowName.replace(/[^\w.-]+/g, '-')}.${extension}`;
}

/** An SVG element as a file that stands for itself. */
export function svgText(element: SVGSVGElement): string {
  const copy = element.cloneNode(true) as SVGSVGElement;
  // Of the page's style sheets, which the file does not have.
  copy.removeAttribute('class');
  copy
    .querySelectorAll('[class]')
    .forEach(part => part.removeAttribute('class'));
  return new XMLSerializer().serializeToString(copy);
}

export function svgFile(element: SVGSVGElement): Blob {
  return new Blob([svgText(element)], { type: 'image/svg+xml' });
}

/** Draws an SVG element as a PNG. */
export async function pngFile(t: Texts, element: SVGSVGElement): Promise<Blob> {
  const size = {
    width: element.width.baseVal.value,
    height: element.height.baseVal.value,
  };
  const image = new Image();
  // Backstage's content security policy lets images come from `data:`, not from `blob:`.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(
    svgText(element),
  )}`;
  await image.decode();
  const scale = pngScale(size);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(size.width * scale);
  canvas.height = Math.floor(size.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const file = await new Promise<Blob | null>(resolve =>
    canvas.toBlob(resolve, 'image/png'),
  );
  if (!file) {
    throw new Error(
      t('graph.export.tooLarge', {
        width: String(canvas.width),
        height: String(canvas.height),
      }),
    );
  }
  return file;
}

/** Hands a file to the browser as a download. */
export function download(file: Blob, name: string) {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
