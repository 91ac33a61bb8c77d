import { Link } from 'wouter';
import type { Lens } from '../state/lens';
import { listed } from '../state/listed';
import { plural } from '../state/plural';

interface ExploreTheseProps {
  /** What the list names, the most telling first. */
  ids: readonly string[];
  /** Whose claims the list shows. */
  lens?: Lens;
  /** Within a line that stands there already, so that nothing moves when the names have come. */
  inline?: boolean;
}

/** Leads from a list to a picture of what it names, and says where that is more than a picture holds. */
export function ExploreThese({ ids, lens, inline = false }: ExploreTheseProps) {
  const found = listed(ids, lens);
  if (!found) return null;
  const { place, shown, total } = found;
  const Line = inline ? 'span' : 'p';
  return (
    <Line className="explore-these">
      <Link href={place}>Explore these {plural(shown, 'thing')}</Link>
      {shown < total && (
        <span className="fine">, the first of {total.toLocaleString('en')}: one picture holds no more</span>
      )}
    </Line>
  );
}
