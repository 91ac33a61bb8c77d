import { Link } from 'wouter';
import type { Named } from '../api/types';
import { entityPlace } from '../state/places';
import { linkSegments } from '../state/sentence';

/** A sentence of the server with each entity it names linked. */
export function Linked({ text, nodes }: { text: string; nodes: readonly Named[] }) {
  return (
    <>
      {linkSegments(text, nodes).map((segment, index) =>
        segment.entity ? (
          <Link key={index} href={entityPlace(segment.entity)}>
            {segment.text}
          </Link>
        ) : (
          <span key={index}>{segment.text}</span>
        ),
      )}
    </>
  );
}
