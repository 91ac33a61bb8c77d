import type { ContestedBy, Sign } from '../api/types';
import {
  backingOf,
  contestedText,
  factsBehind,
  plural,
  signClass,
  signGlyph,
  signWord,
  voiceText,
  type Backed,
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

/** How often something is said, by how many independent voices, how many speak against it, and reference records. */
export function Support({ edge }: { edge: Backed }) {
  const facts = factsBehind(edge);
  const spoken = edge.voicesFor + edge.voicesAgainst > 0 || facts === 0;
  return (
    <span className="support">
      {spoken && voiceText(backingOf(edge))}
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
