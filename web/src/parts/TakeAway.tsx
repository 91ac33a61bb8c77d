import { useState } from 'react';
import { readFile, type Shown } from '../api/takeAway';
import { readInks } from '../canvas/inks';
import type { DrawnGraph } from '../state/drawing';
import { fileFormats } from '../state/exporting';
import type { Point } from '../state/layout';
import { plural } from '../state/sentence';
import { svgOf } from '../state/svg';
import { Problem } from './states';

interface TakeAwayProps {
  /** Asked for when something is taken: a large picture has thousands of names. */
  shown: () => Shown;
  /** What is drawn, and where everything stands; without it there are no pictures to take. */
  drawn?: (() => { graph: DrawnGraph; at: Record<string, Point> }) | undefined;
  title: string;
  /** The address under which it is shown. */
  place: () => string;
}

const sourcesNamed = 8;

function save(content: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The titles of the sources behind what is shown. */
async function sourcesOf(shown: Shown): Promise<string[]> {
  const lines = (await (await readFile(shown, 'jsonl')).text()).split('\n').filter(Boolean);
  const records = lines.map((line) => JSON.parse(line) as { type?: string; title?: string });
  return records.flatMap(({ type, title }) => (type === 'source' && title ? [title] : []));
}

async function captionOf(shown: Shown, place: string): Promise<string[]> {
  const titles = await sourcesOf(shown);
  const more = titles.length - sourcesNamed;
  return [
    ...titles.slice(0, sourcesNamed).map((title) => `Source: ${title}`),
    ...(more > 0 ? [`and ${plural(more, 'more source')}`] : []),
    window.location.origin + (place.length > 300 ? `${place.slice(0, 300)}…` : place),
    `Clew, ${new Date().toISOString().slice(0, 10)}`,
  ];
}

/** The picture as dots: the browser draws the SVG itself. */
async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const scale = Math.min(2, 8000 / Math.max(image.width, image.height));
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The browser could not draw a picture of this size: take it as SVG.'));
    }),
  );
}

/** What is shown, as a file: pictures with a caption of sources and address, and data with every claim behind it. */
export function TakeAway({ shown, drawn, title, place }: TakeAwayProps) {
  const [busy, setBusy] = useState<string>();
  const [refused, setRefused] = useState<Error>();
  const take = (what: string, work: () => Promise<void>) => {
    setBusy(what);
    setRefused(undefined);
    work()
      .catch((cause: unknown) => setRefused(cause instanceof Error ? cause : new Error(String(cause))))
      .finally(() => setBusy(undefined));
  };
  const picture = async (kind: 'svg' | 'png') => {
    if (!drawn) return;
    const caption = await captionOf(shown(), place());
    const svg = svgOf({ ...drawn(), title, caption, colours: readInks(document.body) });
    save(kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg), `clew.${kind}`);
  };
  return (
    <details className="take-away">
      <summary>Take it away</summary>
      <div className="buttons" role="group" aria-label="Take it away as">
        {drawn &&
          (['png', 'svg'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              disabled={busy !== undefined}
              title="a picture, with its sources below"
              onClick={() => take(kind, () => picture(kind))}
            >
              {kind.toUpperCase()}
            </button>
          ))}
        {fileFormats.map(({ format, label, of }) => (
          <button
            key={format}
            type="button"
            disabled={busy !== undefined}
            title={of}
            onClick={() => take(format, async () => save(await readFile(shown(), format), `clew.${format}`))}
          >
            {label}
          </button>
        ))}
      </div>
      <p className="fine" role="status">
        {busy ? 'Being written …' : 'Just what is shown, with the claims behind it and their sources.'}
      </p>
      {refused && <Problem error={refused} />}
    </details>
  );
}
