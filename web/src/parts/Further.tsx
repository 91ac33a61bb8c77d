import { useEdges } from '../api/queries';
import type { Entity } from '../api/types';
import type { Lens } from '../state/lens';
import { EntityRests } from './EntityRests';
import { Fold } from './Fold';
import { FeedbackLoops, Influence } from './Influence';
import { Positions } from './Positions';

/** What can be asked of it further, each part made when it is opened. */
export function Further({ entity: { id, label }, lens }: { entity: Entity; lens: Lens }) {
  const edges = useEdges(id, lens).data?.pages.flatMap((page) => page.edges) ?? [];
  return (
    <section>
      <h2>Follow it further</h2>
      <Fold id="downstream" title={`What ${label} influences`}>
        {() => <Influence id={id} label={label} lens={lens} direction="downstream" />}
      </Fold>
      <Fold id="upstream" title={`What influences ${label}`}>
        {() => <Influence id={id} label={label} lens={lens} direction="upstream" />}
      </Fold>
      <Fold id="loops" title={`Feedback loops through ${label}`}>
        {() => <FeedbackLoops id={id} label={label} lens={lens} />}
      </Fold>
      <Fold id="positions" title="Who holds what, over time">
        {() => <Positions id={id} label={label} lens={lens} />}
      </Fold>
      <Fold id="rests" title="What rests on its claims">
        {() => <EntityRests id={id} edges={edges} lens={lens} />}
      </Fold>
    </section>
  );
}
