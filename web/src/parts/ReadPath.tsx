import { Link } from 'wouter';
import type { Path } from '../api/types';
import type { Lens } from '../state/lens';
import { onlyThis } from '../state/onePath';
import { noPathQuery, pathQueryPlace } from '../state/pathQuery';
import { pathMarks } from '../state/sentence';
import { PathSentence } from './PathSentence';
import { PathMarks } from './signs';

/** A path in short: its sentence, what to know about it, and the way to its claims. */
export function ReadPath({ path, lens }: { path: Path; lens: Lens }) {
  const ends = { from: path.nodes[0]?.id, to: path.nodes[path.nodes.length - 1]?.id };
  const place = pathQueryPlace(onlyThis({ ...noPathQuery, ...ends, lens }, path));
  return (
    <div className="read-path">
      <PathSentence path={path} />
      <PathMarks marks={pathMarks(path)} />
      {ends.from !== ends.to && (
        <p className="fine">
          <Link href={place}>Its claims, step by step</Link>
        </p>
      )}
    </div>
  );
}
