import { Link } from 'wouter';
import { useToDo } from '../api/queries';
import type { ToDo as Answer, ToDoGroup } from '../api/types';
import { Title, usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import { recordPlace } from '../state/places';
import { shorten } from '../state/claim';

const titles: Record<ToDoGroup['kind'], string> = {
  orphan: 'Things that nothing uses',
  'look-alike': 'Things that may be one',
  'start-beyond': 'Claims after the end of their episode',
  'no-length': 'Episodes without a length',
  'no-link': 'Claims without a connection',
  'dead-end': 'Things where every thread ends',
  unsupported: 'Connections that one claim alone states',
};

function connectionText({ insights, byLinks, together }: Answer['connection']): string {
  const share = insights === 0 ? 100 : (100 * byLinks) / insights;
  return (
    `${byLinks.toLocaleString('en')} of ${insights.toLocaleString('en')} insights hang together by their links ` +
    `(${share.toFixed(1)} %), ${together.toLocaleString('en')} with what they say of each other.`
  );
}

/** What a curator may want to look at, kind by kind. */
export default function ToDo() {
  const { data, error, refetch } = useToDo();
  usePageTitle('To do');
  if (error) return <Problem error={error} level={1} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} label="Looking through the library" />;
  return (
    <div className="reading">
      <Title>To do</Title>
      <p>Nothing here is wrong by itself; each is a place where the library could say more.</p>
      <p className="connection">{connectionText(data.connection)}</p>
      {data.kinds.map((group) => (
        <Group key={group.kind} group={group} />
      ))}
    </div>
  );
}

function Group({ group }: { group: ToDoGroup }) {
  const { kind, count, tasks } = group;
  return (
    <section className="to-do" aria-labelledby={`to-do-${kind}`}>
      <h2 id={`to-do-${kind}`}>
        {titles[kind]} <small>{count.toLocaleString('en')}</small>
      </h2>
      {count > 0 && (
        <details>
          <summary>
            {tasks.length < count ? `Show the first ${tasks.length}` : `Show ${count === 1 ? 'it' : 'them'}`}
          </summary>
          <ul>
            {tasks.map(({ type, id, label, message }) => (
              <li key={`${id} ${message}`}>
                <Link href={recordPlace(type, id)}>{shorten(label, 120)}</Link>
                <p>{message}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
