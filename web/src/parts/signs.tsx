import type { ContestedBy, Edge, Sign } from '../api/types';
import {
  contestedText,
  plural,
  signClass,
  signGlyph,
  signWord,
  voiceText,
  type PathMark,
} from '../state/sentence';

/** A sign as glyph and colour, with its word for screen readers. */
export function SignMark({ sign, large = false }: { sign: Sign; large?: boolean }) {
  return (
    <span
      className={`sign ${signClass(sign)}${large ? ' large' : ''}`}
      role="img"
      aria-label={signWord(sign)}
    >
      {signGlyph(sign)}
    </span>
  );
}

/** “contested”, with its reason; striped, so that it shows without colour. */
export function ContestedMark({ contestedBy }: { contestedBy?: ContestedBy }) {
  const reason = contestedText(contestedBy);
  return (
    <span className="mark contested">
      <span aria-hidden="true">⚑ </span>
      {reason}
    </span>
  );
}

/** Independent voices for and against, and reference records. */
export function Support({ edge }: { edge: Pick<Edge, 'voicesFor' | 'voicesAgainst'> & { facts?: number } }) {
  const facts = edge.facts ?? 0;
  const spoken = edge.voicesFor + edge.voicesAgainst > 0 || facts === 0;
  return (
    <span className="support">
      {spoken && voiceText(edge.voicesFor, edge.voicesAgainst)}
      {spoken && facts > 0 && ' · '}
      {facts > 0 && plural(facts, 'reference record')}
    </span>
  );
}

const markGlyphs: Record<PathMark['kind'], string> = {
  shift: '⤳',
  contested: '⚑',
  flip: '⇄',
  cancel: '▼▼',
  fact: '§',
  thin: '◌',
  whole: '✓',
};

/** What has to be known about a path besides its sentence. */
export function PathMarks({ marks }: { marks: readonly PathMark[] }) {
  if (marks.length === 0) return null;
  return (
    <ul className="marks" aria-label="What to know about this path">
      {marks.map((mark) => (
        <li key={`${mark.kind} ${mark.text}`} className={`mark ${mark.kind}`}>
          <span aria-hidden="true">{markGlyphs[mark.kind]} </span>
          {mark.text}
        </li>
      ))}
    </ul>
  );
}
