import { useEffect, useId, useState, type SubmitEvent } from 'react';
import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useScanning, useScans, useTranscripts } from '../api/scans';
import type { ScanRun, Transcripts } from '../api/types';
import { EntityField } from '../parts/EntityField';
import { TextField } from '../parts/fields';
import { Title, usePageTitle } from '../parts/page';
import { ScanReport } from '../parts/ScanReport';
import { ScanTallies } from '../parts/ScanTallies';
import { NeedsRole } from '../parts/SignedIn';
import { Problem, Skeleton } from '../parts/states';
import { timeText } from '../state/moment';
import { isOpen, readScan, scanPlace, scanSentence, scanState, transcriptEndings } from '../state/scans';
import { plural } from '../state/sentence';

/** Scans of transcripts: how to start one, how each went, and what their rules are worth. */
export default function ScansPage() {
  usePageTitle('Scans');
  const run = readScan(useAddress());
  return (
    <div className="import-page">
      <Title>Scans</Title>
      <NeedsRole least="curator" what="Scanning transcripts">
        <p>
          A scan looks for claims in what was said. What it finds waits at{' '}
          <Link href="/review?origin=scan">Review</Link>, each with its words; nothing is published by itself.
          New episodes of <Link href="/subscriptions">podcast feeds</Link> are scanned as they come.
        </p>
        {run !== undefined && <ScanReport key={run} number={run} />}
        <Give />
        <Kept />
        <Earlier open={run} />
        <ScanTallies />
      </NeedsRole>
    </div>
  );
}

/** Opens the report of a scan that was just started. */
function useOpened() {
  const [, go] = useLocation();
  return { onSuccess: ({ number }: ScanRun) => go(scanPlace(number)) };
}

/** A transcript from an address or a file, of an episode that is published. */
function Give() {
  const { start } = useScanning();
  const opened = useOpened();
  const [episode, setEpisode] = useState<string>();
  const [address, setAddress] = useState('');
  const [file, setFile] = useState<File>();
  const heading = useId();
  const input = useId();
  const ready = episode !== undefined && (file !== undefined || address.trim() !== '') && !start.isPending;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!ready) return;
    start.mutate(file ? { episode, file } : { episode, address: address.trim() }, opened);
  };
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>Scan a transcript</h2>
      <form className="sheet-form" onSubmit={submit} aria-label="Scan a transcript">
        <EntityField
          label="The episode it belongs to"
          among="source"
          onChoose={(source) => setEpisode(source?.id)}
        />
        <TextField
          label="Address of the transcript"
          type="url"
          value={address}
          disabled={file !== undefined}
          placeholder="https://example.org/episode.vtt"
          hint="WebVTT, SRT, Podcasting or Whisper JSON, HTML, Markdown or plain text."
          onChange={setAddress}
        />
        <label className="field" htmlFor={input}>
          <span>Or its file</span>
          <input
            id={input}
            type="file"
            accept={transcriptEndings}
            onChange={({ target }) => setFile(target.files?.[0])}
          />
        </label>
        <p className="buttons">
          <button type="submit" className="primary" aria-disabled={!ready}>
            Keep it and scan
          </button>
          <span role="status" className="fine">
            {start.isPending && 'Reading it …'}
          </span>
        </p>
        {start.error && <Problem error={start.error} />}
      </form>
    </section>
  );
}

/** The transcripts that are kept already: any of them can be scanned, or scanned again. */
function Kept() {
  const { data, error, refetch } = useTranscripts();
  const scans = useScans().data?.scans ?? [];
  const standing = `${scans[0]?.number ?? 0} ${scans.filter(isOpen).length}`;
  // By which scan each was read last is another answer once a scan begins or ends.
  useEffect(() => void refetch(), [standing, refetch]);
  const { start } = useScanning();
  const opened = useOpened();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const turn = (episode: string) =>
    setChosen(chosen.includes(episode) ? chosen.filter((one) => one !== episode) : [...chosen, episode]);
  return (
    <section aria-labelledby="kept-transcripts">
      <h2 id="kept-transcripts">Transcripts that are kept</h2>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} label="Loading the transcripts" />}
      {data?.transcripts.length === 0 && (
        <p className="unknown">None yet. They come with feeds, or are given above.</p>
      )}
      <ul className="plain run-list kept-list">
        {data?.transcripts.map((one) => (
          <li key={one.episode}>
            <label className="check-line">
              <input
                type="checkbox"
                checked={chosen.includes(one.episode)}
                onChange={() => turn(one.episode)}
              />
              <KeptText kept={one} />
            </label>
          </li>
        ))}
      </ul>
      {data && data.transcripts.length > 0 && (
        <p className="buttons">
          <button
            type="button"
            aria-disabled={chosen.length === 0 || start.isPending}
            onClick={() => chosen.length > 0 && start.mutate({ episodes: chosen }, opened)}
          >
            Scan {chosen.length === 0 ? 'chosen transcripts' : plural(chosen.length, 'chosen transcript')}
          </button>
          <span className="fine">What was found before is proposed no second time.</span>
        </p>
      )}
      {start.error && <Problem error={start.error} />}
    </section>
  );
}

function KeptText({ kept }: { kept: Transcripts['transcripts'][number] }) {
  return (
    <span>
      {kept.title ?? kept.episode}{' '}
      <span className="fine">
        {kept.title === undefined && 'published no more, '}
        kept {timeText(kept.added)},{' '}
        {kept.scan === undefined ? 'not scanned yet' : `last by scan ${kept.scan}`}
      </span>
    </span>
  );
}

function Earlier({ open }: { open: number | undefined }) {
  const { data, error, refetch } = useScans();
  return (
    <section aria-labelledby="earlier-scans">
      <h2 id="earlier-scans">Scans so far</h2>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} label="Loading the scans" />}
      {data?.scans.length === 0 && (
        <p className="unknown">None yet. Each one stays listed here, with what it found and left out.</p>
      )}
      <ul className="plain run-list">
        {data?.scans.map((run) => (
          <li key={run.number}>
            <Link href={scanPlace(run.number)} aria-current={run.number === open ? 'true' : undefined}>
              Scan {run.number}
            </Link>{' '}
            <span className="fine">
              {scanState(run.state)}, {scanSentence(run)}, {run.by}, {timeText(run.made)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
