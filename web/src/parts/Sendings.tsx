import { useDeliveries } from '../api/reader';
import type { Deliveries } from '../api/types';
import { dateText } from '../state/moment';
import { plural } from '../state/sentence';
import { ClaimCard, evidenceOf } from './ClaimCard';
import { Problem, Skeleton } from './states';

type Day = Deliveries['days'][number];

/** What was sent to readers and what would be sent next: how many and which claims, and nothing about any reader. */
export function Sendings() {
  const { data, error, refetch } = useDeliveries();
  return (
    <section aria-labelledby="sendings">
      <h2 id="sendings">Insights sent to readers</h2>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} label="Loading what was sent" />}
      {data && (
        <>
          {!data.mail && <NoMail />}
          <Sent days={data.days} />
          <Ahead {...data.ahead} />
        </>
      )}
    </section>
  );
}

function NoMail() {
  return (
    <p className="note">
      This installation sends no mail, so readers have the page and the feed alone. The settings{' '}
      <code>smtp-host</code> and <code>mail-from</code> name a mail server and who writes.
    </p>
  );
}

const counts = [
  { head: 'Sent', of: 'sent' },
  { head: 'Waiting', of: 'waiting' },
  { head: 'By feed', of: 'shown' },
  { head: 'Nothing new', of: 'empty' },
  { head: 'Given up', of: 'failed' },
] as const satisfies readonly { head: string; of: keyof Day }[];

function Sent({ days }: { days: readonly Day[] }) {
  if (days.length === 0) {
    return <p>None yet: the first go out when a reader with a confirmed address has one due.</p>;
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys
    <div className="wide-table" role="region" tabIndex={0} aria-label="Sent by day">
      <table className="columns">
        <caption>By day, the latest first. Whoever got what is not shown anywhere.</caption>
        <thead>
          <tr>
            {['Day', ...counts.map(({ head }) => head), 'What the mail server said'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <OfDay key={day.day} day={day} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OfDay({ day }: { day: Day }) {
  return (
    <tr>
      <th scope="row">
        <time dateTime={day.day}>{dateText(day.day)}</time>
      </th>
      {counts.map(({ of }) => (
        <td key={of} className="number">
          {day[of].toLocaleString('en')}
        </td>
      ))}
      <td>
        {day.reasons.length === 0 ? (
          <span className="fine">nothing amiss</span>
        ) : (
          <ul className="plain">
            {day.reasons.map(({ told, count }) => (
              <li key={told}>
                {plural(count, 'letter')}: {told}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

function Ahead({ readers, briefs, truncated, claims }: Deliveries['ahead']) {
  return (
    <>
      <h3>What would be sent within a day, as of now</h3>
      {readers === 0 ? (
        <p>Nothing: no reader with a confirmed address has a brief due by then.</p>
      ) : (
        <p>
          {plural(briefs, 'brief')} to {truncated && 'the first '}
          {plural(readers, 'reader')} with one due
          {briefs < readers && '; for the others nothing is new, and nothing is sent'}.
        </p>
      )}
      {claims.length > 0 && (
        <details>
          <summary>{plural(claims.length, 'claim')} that most of them would get</summary>
          <ul className="plain">
            {claims.map(({ insight, readers: reached }) => (
              <li key={insight.id}>
                <p className="fine">In {plural(reached, 'brief')}</p>
                <ClaimCard claim={evidenceOf(insight)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
