import { Link } from 'wouter';
import { useHealth, useJobs, useJobStep } from '../api/jobs';
import type { Health, Job } from '../api/types';
import { FormProblem } from '../parts/fields';
import { Title, usePageTitle } from '../parts/page';
import { Sendings } from '../parts/Sendings';
import { NeedsRole } from '../parts/SignedIn';
import { Problem, Skeleton } from '../parts/states';
import { timeText } from '../state/moment';
import { capitalize, plural } from '../state/sentence';
import { everyText, spanText } from '../state/spans';

/** What the server does by itself: when, how it went, and a way to run or hold it. */
export default function JobsPage() {
  usePageTitle('Jobs');
  return (
    <div className="account-page">
      <Title>Jobs</Title>
      <NeedsRole least="admin" what="Seeing to jobs">
        <Scheduled />
        <Sendings />
        <KeptInStep />
      </NeedsRole>
    </div>
  );
}

function Scheduled() {
  const { data, error, refetch } = useJobs();
  return (
    <section aria-labelledby="scheduled">
      <h2 id="scheduled">What the server does by itself</h2>
      <p className="fine">
        What single podcasts bring stands at <Link href="/subscriptions">Podcast feeds</Link>, what is found
        in their transcripts at <Link href="/scans">Scans</Link>.
      </p>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} label="Loading the jobs" />}
      {data?.jobs.length === 0 && <p>Nothing: every schedule is switched off by the settings.</p>}
      <ul className="plain account-list">
        {data?.jobs.map((job) => (
          <li key={job.name}>
            <One job={job} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const activities: Record<Job['activity'], string> = {
  waiting: '',
  starting: 'waits for a free worker',
  running: 'runs',
  paused: 'paused',
};

function One({ job }: { job: Job }) {
  const step = useJobStep(job.name);
  const busy = job.activity === 'running' || job.activity === 'starting';
  const told = activities[job.activity];
  return (
    <article aria-labelledby={`job-${job.name}`}>
      <h3 id={`job-${job.name}`}>
        {capitalize(job.name)} <span className="count">{everyText(job.every)}</span>{' '}
        {told && <span className="mark">{told}</span>}
      </h3>
      <p>{job.what}</p>
      <Last job={job} />
      <Next job={job} />
      <p className="buttons">
        <button type="button" aria-disabled={busy} onClick={() => !busy && step.mutate('run')}>
          Run now<span className="unseen"> {job.name}</span>
        </button>
        <button type="button" onClick={() => step.mutate(job.paused ? 'resume' : 'pause')}>
          {job.paused ? 'Resume' : 'Pause'}
          <span className="unseen"> {job.name}</span>
        </button>
      </p>
      {step.error && <FormProblem>{step.error.message}</FormProblem>}
    </article>
  );
}

function Last({ job }: { job: Job }) {
  const { last, failures } = job;
  if (!last) return <p className="fine">It has not run yet.</p>;
  const took = last.milliseconds === undefined ? '' : ` It took ${spanText(last.milliseconds / 1000)}.`;
  const late = last.late >= 60 ? ` It began ${spanText(last.late)} late.` : '';
  return (
    <p className={last.outcome === 'failed' ? 'form-problem' : undefined}>
      Last run <time dateTime={last.started}>{timeText(last.started)}</time>: {last.outcome}. {last.message}
      <span className="fine">
        {took}
        {late}
        {failures > 1 && ` ${plural(failures, 'run')} failed since one went well.`}
      </span>
    </p>
  );
}

function Next({ job }: { job: Job }) {
  if (job.activity === 'running') return null;
  if (job.next === undefined) return <p className="fine">It is held until somebody resumes it.</p>;
  return (
    <p className="fine">
      Next run <time dateTime={job.next}>{timeText(job.next)}</time>
      {job.lag > 0 && <strong> – overdue by {spanText(job.lag)}</strong>}
    </p>
  );
}

/** What goes on all the time has no schedule: how far behind it is says how it goes. */
function KeptInStep() {
  const { data } = useHealth();
  return (
    <section aria-labelledby="in-step">
      <h2 id="in-step">What is kept in step all the time</h2>
      {!data && <Skeleton lines={4} label="Loading how far everything is" />}
      <ul className="plain audit-list">
        {data?.projections?.map(({ name, activity, lag, failure }) => (
          <li key={name}>
            <strong>{name}</strong>
            <span>
              {activity}, {lag === 0 ? 'up to date' : `${plural(lag, 'change')} behind`}
              {failure && <span className="mark contested">{failure}</span>}
            </span>
          </li>
        ))}
        {data?.meaning && <Embeddings meaning={data.meaning} />}
      </ul>
    </section>
  );
}

function Embeddings({ meaning }: { meaning: NonNullable<Health['meaning']> }) {
  const { state, vectors, lag, paused, failure } = meaning;
  return (
    <li>
      <strong>embeddings</strong>
      <span>
        {state}, {plural(vectors, 'text')} with a vector,{' '}
        {lag === 0 ? 'none without' : `${lag.toLocaleString('en')} without`}
        {paused && ', waits for an import'}
        {failure && <span className="mark contested">{failure}</span>}
      </span>
    </li>
  );
}
