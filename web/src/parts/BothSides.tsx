import { useRelations } from '../api/queries';
import type { Edge } from '../api/types';
import { edgeKey } from '../state/edges';
import { bothSides } from '../state/reading';
import { EdgeItem } from './EdgeItem';

const most = 5;

/** What is claimed to raise a thing beside what is claimed to lower it; nothing where all claims agree. */
export function BothSides({ id, label, edges }: { id: string; label: string; edges: readonly Edge[] }) {
  const { raising, lowering } = bothSides(edges, id, useRelations());
  if (raising.length === 0 || lowering.length === 0) return null;
  return (
    <section>
      <h2>Both sides</h2>
      <div className="compare-sides">
        <Side title={`Raises ${label}`} edges={raising} />
        <Side title={`Lowers ${label}`} edges={lowering} />
      </div>
    </section>
  );
}

function Side({ title, edges }: { title: string; edges: readonly Edge[] }) {
  return (
    <section>
      <h3>
        {title} <span className="count">{edges.length}</span>
      </h3>
      <ul className="plain">
        {edges.slice(0, most).map((edge) => (
          <EdgeItem key={edgeKey(edge)} edge={edge} />
        ))}
      </ul>
      {edges.length > most && <p className="fine">The first {most}; the others stand above.</p>}
    </section>
  );
}
