import { Link } from 'wouter';
import { useImport, useRunStep } from '../api/importing';
import { useSession } from '../api/queries';
import type { ImportRun } from '../api/types';
import { includes } from '../state/account';
import {
  canUndo,
  hasPublished,
  isMendable,
  isUnderWay,
  runSentence,
  runShare,
  runState,
} from '../state/imports';
import { timeText } from '../state/moment';
import { reviewPlace } from '../state/review';
import { ImportedAlike } from './ImportedAlike';
import { Problem, Skeleton } from './states';

interface ImportedFileProps {
  number: number;
  /** How the headings of a table were understood, where that was told when it was sent. */
  columns?: ImportRun['columns'];
}

/** One import: how far it is or how it went, what was refused and why, and how to take it back. */
export function ImportedFile({ number, columns }: ImportedFileProps) {
  const { data, error, refetch } = useImport(number);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} label="Loading the import" />;
  return (
    <article className="imported" aria-labelledby={`import-${number}`}>
      <h3 id={`import-${number}`}>{data.file}</h3>
      <p className="fine">
        Import {number}
        {data.mode === 'check' && ', looked at only'}, by {data.by},{' '}
        <time dateTime={data.made}>{timeText(data.made)}</time>
      </p>
      <p role="status">
        {runState(data.state)}
        {!isUnderWay(data.state) && `: ${runSentence(data)}`}
      </p>
      {data.message && <p className="form-problem">{data.message}</p>}
      {isUnderWay(data.state) && <progress value={runShare(data)} aria-label={`How far ${data.file} is`} />}
      <Columns columns={columns ?? []} />
      <Refusals run={data} />
      {hasPublished(data) && <ImportedAlike number={number} file={data.file} />}
      <Steps run={data} />
    </article>
  );
}

function Columns({ columns }: { columns: NonNullable<ImportRun['columns']> }) {
  if (columns.length === 0) return null;
  const unread = columns.filter(({ field }) => field === '');
  return (
    <details open={unread.length > 0}>
      <summary>How the headings were understood</summary>
      <table className="columns">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Read as</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ heading, field }, index) => (
            <tr key={`${index} ${heading}`}>
              <td>{heading}</td>
              <td>{field || <span className="mark shift">not read</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Refusals({ run }: { run: ImportRun }) {
  const { refusals = [], refused, number } = run;
  if (refused === 0) return null;
  return (
    <details open>
      <summary>What was refused, and why</summary>
      <ul className="refusals">
        {refusals.map(({ line, name, reason }, index) => (
          <li key={`${index} ${line}`}>
            {line > 0 && <strong>Line {line}</strong>} {name && <code>{name}</code>} {reason}
          </li>
        ))}
      </ul>
      {refused > refusals.length && <p className="fine">These are the first of {refused}.</p>}
      {isMendable(run) && (
        <p>
          <a href={`/api/imports/${number}/refused`} download>
            Download the refused rows
          </a>
          , mend them and import that file: each carries its reason.
        </p>
      )}
    </details>
  );
}

function Steps({ run }: { run: ImportRun }) {
  const role = useSession().data?.role ?? 'anybody';
  const step = useRunStep(run.number);
  return (
    <>
      <p className="buttons">
        {isUnderWay(run.state) && (
          <button type="button" aria-disabled={step.isPending} onClick={() => step.mutate('cancel')}>
            Cancel<span className="unseen"> {run.file}</span>
          </button>
        )}
        {canUndo(run) && includes(role, 'curator') && (
          <button type="button" aria-disabled={step.isPending} onClick={() => step.mutate('undo')}>
            Undo the whole import<span className="unseen"> of {run.file}</span>
          </button>
        )}
        {run.mode === 'propose' && run.written > 0 && (
          <Link href={reviewPlace({ state: 'proposed', run: run.number })}>Review what it proposed</Link>
        )}
      </p>
      {step.error && <Problem error={step.error} />}
    </>
  );
}
