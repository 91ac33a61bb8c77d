import { Link } from 'wouter';
import { useCall } from '../api/pathQueries';
import type { Twin } from '../api/types';
import { twinNote } from '../state/behind';
import { entityPlace } from '../state/places';
import { pathMarks } from '../state/sentence';
import { boundsText, differenceText, twinRows, type Step, type TwinRow } from '../state/twin';
import { Behind } from './Behind';
import { ClaimCard } from './ClaimCard';
import { PathSentence } from './PathSentence';
import { ContestedMark, PathMarks, SignMark, Support } from './signs';
import { Problem, Skeleton } from './states';
import { TermLabel } from './Term';

/** The best path that turns out the other way, beside the path it opposes. */
export function TwinPath({ call }: { call: string | undefined }) {
  const { data, error, refetch } = useCall<Twin>(call);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={5} label="Looking for the opposite" />;
  return (
    <section className="twin" aria-label="Opposing path">
      <p role="status">
        <strong>{data.text}</strong> <span className="fine">{boundsText(data)}</span>
      </p>
      {data.twin && (
        <>
          <h3>
            <TermLabel id="twinPath" otherwise="Opposing reading" />
          </h3>
          <PathSentence path={data.twin} />
          <PathMarks marks={pathMarks(data.twin)} />
          <Rows answer={data} />
        </>
      )}
      <Behind query={data.behind ? { ...data.behind, note: twinNote } : call ? { rest: call } : undefined} />
    </section>
  );
}

function Rows({ answer }: { answer: Twin }) {
  return (
    <ol className="twin-rows plain">
      {twinRows(answer).map((row) => (
        <li key={`${row.from.id} ${row.to.id}`} className={`twin-row ${row.difference}`}>
          <p className="twin-between">
            <Link href={entityPlace(row.from.id)}>{row.from.label}</Link> →{' '}
            <Link href={entityPlace(row.to.id)}>{row.to.label}</Link>{' '}
            <span className="mark">{differenceText(row.difference)}</span>
          </p>
          <Sides row={row} />
        </li>
      ))}
    </ol>
  );
}

function Sides({ row }: { row: TwinRow }) {
  if (row.difference === 'same') return <Side name="Both" steps={row.path} />;
  return (
    <div className="twin-sides">
      <Side name="This path" steps={row.path} />
      <Side name="Opposing path" steps={row.twin} />
    </div>
  );
}

function Side({ name, steps }: { name: string; steps: readonly Step[] }) {
  return (
    <div className="twin-side">
      <h4>{name}</h4>
      {steps.map((step) => (
        <SideStep key={`${step.from.id} ${step.to.id}`} step={step} />
      ))}
    </div>
  );
}

function SideStep({ step: { hop, from, to } }: { step: Step }) {
  const [first] = hop.evidence;
  return (
    <div className="twin-hop">
      <p>
        {from.label} <SignMark sign={hop.sign} /> {to.label} <Support edge={hop} />
      </p>
      {hop.contested && <ContestedMark contestedBy={hop.contestedBy} />}
      {first && <ClaimCard claim={first} compact />}
    </div>
  );
}
