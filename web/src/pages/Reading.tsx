import { useEffect, useState } from 'react';
import { Link, useSearch as useAddress } from 'wouter';
import {
  useConfirming,
  useIsReader,
  useLeaving,
  usePreview,
  useReader,
  useReading,
  useSendsMail,
} from '../api/reader';
import type { Reader } from '../api/types';
import { AskByMail } from '../parts/AskByMail';
import { BriefItems } from '../parts/BriefItems';
import { CopyButton } from '../parts/CopyButton';
import { FollowButton } from '../parts/FollowButton';
import { Followed } from '../parts/Followed';
import { Title, usePageTitle } from '../parts/page';
import { ReadingTimes } from '../parts/ReadingTimes';
import { SignInLink } from '../parts/SignedIn';
import { Problem, Skeleton } from '../parts/states';
import { dateText } from '../state/moment';
import { deliveryText, keepKey, nextText, readFragment } from '../state/reader';

/** Everything that a reader of briefs has: what they follow, when they read, what comes next, and the end of it. */
export default function ReadingPage() {
  usePageTitle('Your insights');
  const confirm = useLinkFromLetter();
  const [deleted, setDeleted] = useState(false);
  const isReader = useIsReader() && !deleted;
  const { data, error, refetch } = useReader(isReader);
  const asked = new URLSearchParams(useAddress()).get('follow') ?? undefined;
  return (
    <div className="reading">
      <Title>Your insights</Title>
      {confirm && <Confirm secret={confirm} />}
      {deleted && <p role="status">Everything about you as a reader is deleted.</p>}
      {!isReader && !confirm && !deleted && <Begin follow={asked} />}
      {isReader && error && <Problem error={error} onRetry={() => void refetch()} />}
      {isReader && !error && !data && <Skeleton lines={8} label="Loading what you follow" />}
      {isReader && data && <Own reader={data} asked={asked} onDeleted={() => setDeleted(true)} />}
    </div>
  );
}

/** Takes a private link into this browser, and gives the secret of one that confirms an address; the address bar forgets both. */
function useLinkFromLetter(): string | undefined {
  const [{ key, confirm }] = useState(() => readFragment(window.location.hash));
  if (key !== undefined) keepKey(key);
  useEffect(() => {
    if (key !== undefined || confirm !== undefined)
      window.history.replaceState(null, '', window.location.pathname);
  }, [key, confirm]);
  return confirm;
}

function Confirm({ secret }: { secret: string }) {
  const confirming = useConfirming();
  if (confirming.data)
    return (
      <section className="notice" role="status">
        <p>
          Your address is confirmed. <a href="/reading">See to what you follow</a>.
        </p>
      </section>
    );
  return (
    <section className="notice">
      <p>Is this your address, and may insights be sent to it?</p>
      <button
        type="button"
        className="primary"
        disabled={confirming.isPending}
        onClick={() => confirming.mutate(secret)}
      >
        Yes, send them to me
      </button>
      {confirming.error && <Problem error={confirming.error} />}
    </section>
  );
}

function Begin({ follow }: { follow: string | undefined }) {
  const sendsMail = useSendsMail();
  return (
    <>
      <p className="lede">
        Five insights a day about what you follow, each with the reasons why it was chosen, and one that
        speaks against where there is one.
      </p>
      <p>
        <SignInLink>Sign in</SignInLink>
        {sendsMail && ', or give an address: a letter comes with a private link, and you need no account'}, or{' '}
        <Link href="/brief">read at an address that holds what you follow</Link>.
      </p>
      <AskByMail {...(follow !== undefined && { follows: [follow] })} />
    </>
  );
}

interface OwnProps {
  reader: Reader;
  asked: string | undefined;
  onDeleted: () => void;
}

function Own({ reader, asked, onDeleted }: OwnProps) {
  const isFollowed = reader.follows.some(({ follow }) => follow === asked);
  return (
    <>
      <p role="status">{nextText(reader)}</p>
      {reader.bounce && (
        <p className="notice">
          The mail server refused {reader.address} for good: “{reader.bounce}”. Give another address below.
        </p>
      )}
      {asked !== undefined && !isFollowed && (
        <p className="notice">
          <FollowButton follow={asked} label={`“${asked}”`} />
        </p>
      )}
      <Followed follows={reader.follows} />
      <ReadingTimes key={JSON.stringify(reader.schedule)} schedule={reader.schedule} />
      <Preview />
      {reader.mail && (
        <section>
          <h2>By mail</h2>
          <p>{reader.address ? `Letters go to ${reader.address}.` : 'No address is given.'}</p>
          <AskByMail />
        </section>
      )}
      <PrivateLink />
      {reader.latest.length > 0 && (
        <section>
          <h2>The latest briefs</h2>
          <ul>
            {reader.latest.map((one) => (
              <li key={one.day}>{deliveryText(one)}</li>
            ))}
          </ul>
        </section>
      )}
      <Remove onDeleted={onDeleted} />
    </>
  );
}

function Preview() {
  const { data, error, refetch } = usePreview(true);
  return (
    <section>
      <h2>The next brief, as of now</h2>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} label="Choosing" />}
      {data && (
        <>
          <p className="fine">
            For {dateText(data.day)}. {data.says}
          </p>
          <BriefItems items={data.items} />
          {data.watched.map(({ follow, label, page, lines }) => (
            <div key={follow}>
              <h3>
                <Link href={page}>{label}</Link>
              </h3>
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          ))}
        </>
      )}
    </section>
  );
}

function PrivateLink() {
  const { link } = useReading();
  return (
    <section>
      <h2>A private link</h2>
      <p>Whoever has it sees and changes what you follow; your feed reader needs no account by it.</p>
      <button type="button" disabled={link.isPending} onClick={() => link.mutate()}>
        Make one
      </button>
      {link.error && <Problem error={link.error} />}
      {link.data && (
        <ul className="plain" role="status">
          {[
            { what: 'page', address: link.data.page },
            { what: 'Atom feed', address: link.data.atom },
            { what: 'JSON Feed', address: link.data.json },
          ].map(({ what, address }) => (
            <li key={what}>
              Your {what}: <code>{address}</code> <CopyButton text={address} what={`the ${what}`} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Remove({ onDeleted }: { onDeleted: () => void }) {
  const { remove } = useReading();
  const [sure, setSure] = useState(false);
  return (
    <section>
      <h2>Delete all of it</h2>
      <p>Your address, what you follow, your links, and what you were sent. It cannot be had back.</p>
      <label>
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} /> I am sure
      </label>{' '}
      <button
        type="button"
        disabled={!sure || remove.isPending}
        onClick={() => remove.mutate(undefined, { onSuccess: onDeleted })}
      >
        Delete my data
      </button>
      {remove.error && <Problem error={remove.error} />}
    </section>
  );
}

/** Where the link at the end of a letter leads. */
export function Leave() {
  usePageTitle('Stop the letters');
  const key = new URLSearchParams(useAddress()).get('key') ?? '';
  const leaving = useLeaving();
  return (
    <div className="reading">
      <Title>Stop the letters</Title>
      {leaving.isSuccess ? (
        <p role="status">
          No more letters are sent. What you follow is kept; <a href={`/reading#key=${key}`}>see to it</a> to
          begin again or to delete everything.
        </p>
      ) : (
        <>
          <p>One click, and no more letters are sent to you.</p>
          <button
            type="button"
            className="primary"
            disabled={leaving.isPending}
            onClick={() => leaving.mutate(key)}
          >
            Stop the letters
          </button>
        </>
      )}
      {leaving.error && <Problem error={leaving.error} />}
    </div>
  );
}
