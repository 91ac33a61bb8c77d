import { useId, useState, type SubmitEvent } from 'react';
import { Link } from 'wouter';
import { useSubscribing, useSubscriptions } from '../api/subscriptions';
import type { Subscription } from '../api/types';
import { Title, usePageTitle } from '../parts/page';
import { NeedsRole } from '../parts/SignedIn';
import { Problem, Skeleton } from '../parts/states';
import { sourcePlace } from '../state/places';
import { plural } from '../state/sentence';
import { ails, healthText, words } from '../state/subscriptions';

/** The feeds that are subscribed to: how each does, and how to take more. */
export default function SubscriptionsPage() {
  usePageTitle('Podcast feeds');
  return (
    <div className="reading">
      <Title>Podcast feeds</Title>
      <NeedsRole least="curator" what="Subscribing to feeds">
        <p>
          New episodes of these feeds become sources. Where a feed gives transcripts, they are{' '}
          <Link href="/scans">scanned</Link>, and what is found waits at <Link href="/review">Review</Link>.
        </p>
        <Subscribe />
        <Feeds />
      </NeedsRole>
    </div>
  );
}

function Subscribe() {
  const { add, take } = useSubscribing();
  const [address, setAddress] = useState('');
  const [latest, setLatest] = useState('10');
  const [included, setIncluded] = useState('');
  const hint = useId();
  const failed = add.error ?? take.error;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate(
      { address: address.trim(), latest: Number(latest), included: words(included) },
      { onSuccess: () => setAddress('') },
    );
  };
  return (
    <form className="sheet-form" onSubmit={submit} aria-label="Subscribe to a feed">
      <label className="field">
        <span>Address of the feed</span>{' '}
        <input
          type="url"
          required
          value={address}
          placeholder="https://example.org/feed.xml"
          onChange={(event) => setAddress(event.target.value)}
        />
      </label>
      <label className="field">
        <span>Latest episodes to take at first</span>{' '}
        <input
          type="number"
          min={0}
          max={1000}
          value={latest}
          onChange={(event) => setLatest(event.target.value)}
        />
      </label>
      <label className="field">
        <span>Only episodes about</span>{' '}
        <input
          value={included}
          aria-describedby={hint}
          placeholder="chips, rare earths"
          onChange={(event) => setIncluded(event.target.value)}
        />
      </label>
      <p className="fine" id={hint}>
        Words apart by commas; all episodes where it is empty.
      </p>
      <button type="submit" className="primary" disabled={add.isPending}>
        Subscribe
      </button>
      <label className="field">
        <span>Or the list of another program (OPML)</span>{' '}
        <input
          type="file"
          accept=".opml,.xml"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) take.mutate(file);
          }}
        />
      </label>
      {failed && <Problem error={failed} />}
      {add.data && (
        <p role="status">Subscribed to {add.data.address}; it is read within a minute or when you ask.</p>
      )}
    </form>
  );
}

function Feeds() {
  const { data, error, refetch } = useSubscriptions();
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} label="Loading the feeds" />;
  if (data.feeds.length === 0)
    return <p className="unknown">No feed is subscribed to yet. Give the address of one above.</p>;
  const ailing = data.feeds.filter(ails).length;
  return (
    <>
      <p role="status">
        {plural(data.feeds.length, 'feed')}
        {ailing > 0 && `, ${ailing} of which cannot be read`}.{' '}
        <a href="/api/subscriptions.opml" download="clew-feeds.opml">
          Take the list away (OPML)
        </a>
      </p>
      <ul className="plain">
        {data.feeds.map((feed) => (
          <Feed key={feed.number} feed={feed} />
        ))}
      </ul>
    </>
  );
}

function Feed({ feed }: { feed: Subscription }) {
  const { step, remove } = useSubscribing();
  const { number, address, podcast, paused, health, included, excluded } = feed;
  const failed = step.error ?? remove.error;
  const busy = step.isPending || remove.isPending;
  return (
    <li className="feed">
      <h2>{podcast ? <Link href={sourcePlace(podcast)}>{podcast}</Link> : address}</h2>
      <p className="fine">
        <a href={address}>{address}</a>
      </p>
      <p>{healthText(feed)}</p>
      {health.message !== '' && <p className={ails(feed) ? 'advice' : 'fine'}>{health.message}</p>}
      {included.length > 0 && <p className="fine">Only about: {included.join(', ')}</p>}
      {excluded.length > 0 && <p className="fine">Not about: {excluded.join(', ')}</p>}
      <p>
        <button type="button" disabled={busy} onClick={() => step.mutate({ number, what: 'poll' })}>
          Read it now
        </button>{' '}
        <button
          type="button"
          disabled={busy}
          onClick={() => step.mutate({ number, what: paused ? 'resume' : 'pause' })}
        >
          {paused ? 'Read it by itself' : 'Pause'}
        </button>{' '}
        <button type="button" disabled={busy} onClick={() => remove.mutate(number)}>
          Remove
        </button>
      </p>
      {failed && <Problem error={failed} />}
    </li>
  );
}
