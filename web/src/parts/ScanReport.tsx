import { Link } from 'wouter';
import { useScan, useScanning } from '../api/scans';
import type { ScanRun } from '../api/types';
import { timeText } from '../state/moment';
import { sourcePlace } from '../state/places';
import { reviewPlace } from '../state/review';
import { droppedLines, isOpen, isResumable, scanSentence, scanShare, scanState } from '../state/scans';
import { plural } from '../state/sentence';
import { Problem, Skeleton } from './states';

/** One scan: how far it is, what it found in each episode, and what it left out and why. */
export function ScanReport({ number }: { number: number }) {
  const { data, error, refetch } = useScan(number);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} label="Loading the scan" />;
  return (
    <article className="imported" aria-labelledby={`scan-${number}`}>
      <h2 id={`scan-${number}`}>Scan {number}</h2>
      <p className="fine">
        By {data.by}, {data.extractor}, <time dateTime={data.made}>{timeText(data.made)}</time>
        {data.ended && (
          <>
            {' '}
            to <time dateTime={data.ended}>{timeText(data.ended)}</time>
          </>
        )}
      </p>
      <p role="status">
        {scanState(data.state)}: {scanSentence(data)}
      </p>
      {isOpen(data) && <progress value={scanShare(data)} aria-label={`How far scan ${number} is`} />}
      <Steps run={data} />
      <ul className="plain scan-parts">
        {data.episodes.map((part) => (
          <Part key={part.episode} part={part} />
        ))}
      </ul>
    </article>
  );
}

function Part({ part }: { part: ScanRun['episodes'][number] }) {
  const { episode, title, state, segments, candidates, dropped, message } = part;
  const left = droppedLines(dropped);
  return (
    <li>
      <h3>
        <Link href={sourcePlace(episode)}>{title ?? episode}</Link>
      </h3>
      <p>
        {state === 'done'
          ? `${plural(segments, 'segment')} read, ${plural(candidates, 'claim')} kept for review.`
          : `${scanState(state)}.`}
      </p>
      {message && <p className="form-problem">{message}</p>}
      {left.length > 0 && (
        <details>
          <summary>
            {plural(
              left.reduce((all, { count }) => all + count, 0),
              'sentence',
            )}{' '}
            left out, and why
          </summary>
          <table className="columns">
            <tbody>
              {left.map(({ why, count }) => (
                <tr key={why}>
                  <th scope="row">{why}</th>
                  <td className="number">{count.toLocaleString('en')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </li>
  );
}

function Steps({ run }: { run: ScanRun }) {
  const { step } = useScanning();
  const { number } = run;
  const found = run.episodes.some(({ candidates }) => candidates > 0);
  return (
    <>
      <p className="buttons">
        {isOpen(run) && (
          <button
            type="button"
            aria-disabled={step.isPending}
            onClick={() => step.mutate({ number, what: 'cancel' })}
          >
            Cancel
          </button>
        )}
        {isResumable(run) && (
          <button
            type="button"
            aria-disabled={step.isPending}
            onClick={() => step.mutate({ number, what: 'resume' })}
          >
            Go on where it stopped
          </button>
        )}
        {found && (
          <Link href={reviewPlace({ state: 'proposed', origin: 'scan', run: number })}>
            Review what it found
          </Link>
        )}
      </p>
      {step.error && <Problem error={step.error} />}
    </>
  );
}
