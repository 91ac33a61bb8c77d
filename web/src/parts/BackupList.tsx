import { useBackups, useBackUp } from '../api/account';
import { bytesText } from '../state/account';
import { timeText } from '../state/moment';
import { FormProblem } from './fields';
import { Problem, Skeleton } from './states';

/** The backups there are, each with whether it is whole, and a way to make one more. */
export function BackupList() {
  const { data, error, refetch } = useBackups();
  const backUp = useBackUp();
  return (
    <section aria-labelledby="backups">
      <h2 id="backups">Backups</h2>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} label="Loading the backups" />}
      {data && (
        <p className="fine">
          {data.backups.length === 0 ? 'None yet; they will be' : 'Latest first,'} in{' '}
          <code>{data.directory}</code> on the server’s machine. The setting backup-directory puts them on
          another disk, where they are safer.
        </p>
      )}
      <ul className="plain audit-list">
        {data?.backups.map(({ name, at, change, bytes, verified }) => (
          <li key={name}>
            <time dateTime={at} className="fine">
              {timeText(at)}
            </time>{' '}
            <span>
              <strong>{name}</strong>: up to change {change.toLocaleString('en')}, {bytesText(bytes)}{' '}
              {verified ? (
                <span className="fine">verified</span>
              ) : (
                <span className="mark contested">damaged: no backup any more</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="buttons">
        <button type="button" aria-disabled={backUp.isPending} onClick={() => backUp.mutate(undefined)}>
          Make a backup now
        </button>
        <span role="status" className="fine">
          {backUp.isPending && 'Making it, and reading it back …'}
          {backUp.data && `Made ${backUp.data.name}, up to change ${backUp.data.change}.`}
        </span>
      </p>
      {backUp.error && <FormProblem>{backUp.error.message}</FormProblem>}
    </section>
  );
}
