import { useRelations } from '../api/queries';
import type { Consequences } from '../api/types';
import { consequenceGroups } from '../state/review';
import { Problem, Skeleton } from './states';

const linesShown = 6;

interface ForetoldProps {
  found: { data: Consequences | undefined; error: Error | null; isFetching: boolean };
  level?: 2 | 3;
}

/** What publishing would do to connections, disputes and paths. */
export function Foretold({ found, level = 3 }: ForetoldProps) {
  const { data, error, isFetching } = found;
  const relations = useRelations();
  const Heading = `h${level}` as const;
  if (error) return <Problem error={error} />;
  if (!data) return isFetching ? <Skeleton lines={3} label="Reckoning what it would do" /> : null;
  const groups = consequenceGroups(data, (id) => relations.get(id)?.label ?? id.replaceAll('-', ' '));
  return (
    <section className="foretold" aria-label="What publishing does">
      <Heading>What publishing does</Heading>
      {groups.length === 0 && <p className="fine">No connection, dispute or path becomes another.</p>}
      <dl>
        {groups.map(({ title, lines }) => (
          <div key={title}>
            <dt>
              {title} <span className="count">{lines.length}</span>
            </dt>
            <dd>
              <ul>
                {lines.slice(0, linesShown).map((line) => (
                  <li key={line}>{line}</li>
                ))}
                {lines.length > linesShown && <li>and {lines.length - linesShown} more</li>}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      {data.readers > 0 && <p className="fine">Readers who follow something of it: {data.readers}.</p>}
      {!data.complete && (
        <p className="fine">
          {data.edgesComplete
            ? 'More best paths may become others: of the things around these connections not every pair was compared.'
            : 'More may change than is told: there was too much to look at all of it.'}
        </p>
      )}
    </section>
  );
}
