import { Link } from 'wouter';
import type { Path } from '../api/types';
import { entityPlace } from '../state/places';
import { pathSentence } from '../state/sentence';
import { SignMark } from './signs';

/** A path read out: its sign, then each thing it passes, linked, with what each step does to the next. */
export function PathSentence({ path }: { path: Path }) {
  return (
    <p className="sentence">
      <SignMark sign={path.sign} large />{' '}
      {pathSentence(path).map((segment, index) =>
        segment.entity ? (
          <Link key={index} href={entityPlace(segment.entity)}>
            {segment.text}
          </Link>
        ) : (
          <span key={index}>{segment.text}</span>
        ),
      )}
    </p>
  );
}
