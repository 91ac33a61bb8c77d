import { Link } from 'wouter';
import { useSource } from '../api/queries';
import { useScanning, useScans } from '../api/scans';
import type { ScanRuns } from '../api/types';
import { sourcePlace } from '../state/places';
import { acceptedShare, ruleText, worthTurningOff } from '../state/scans';
import { FormProblem } from './fields';

type Rule = ScanRuns['rules'][number];
type Podcast = ScanRuns['podcasts'][number];

/** What became of what scans proposed: by the rules that picked it, and by podcast. */
export function ScanTallies() {
  const { data } = useScans();
  const { turn } = useScanning();
  if (!data || data.rules.length === 0) return null;
  return (
    <section aria-labelledby="worth">
      <h2 id="worth">What became of what was found</h2>
      <Advice rules={worthTurningOff(data.rules)} />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys */}
      <div className="wide-table" role="region" tabIndex={0} aria-label="By rule">
        <table className="columns">
          <caption>By rule: a claim counts for each rule that picked it.</caption>
          <Heads firsts={['Rule', 'Switch']} />
          <tbody>
            {data.rules.map((rule) => (
              <tr key={rule.subject}>
                <th scope="row">{ruleText(rule.subject)}</th>
                <td>
                  <button
                    type="button"
                    aria-label={`${ruleText(rule.subject)}: switch ${rule.on ? 'off' : 'on'}`}
                    aria-disabled={turn.isPending}
                    onClick={() => turn.mutate({ rule: rule.subject, on: !rule.on })}
                  >
                    {rule.on ? 'Switch off' : 'Switch on'}
                  </button>
                </td>
                <Counts tally={rule} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {turn.error && <FormProblem>{turn.error.message}</FormProblem>}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys */}
      <div className="wide-table" role="region" tabIndex={0} aria-label="By podcast">
        <table className="columns">
          <caption>By podcast</caption>
          <Heads firsts={['Podcast']} />
          <tbody>
            {data.podcasts.map((podcast) => (
              <OfPodcast key={podcast.subject} podcast={podcast} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Rules are proposed for switching off, never switched by themselves. */
function Advice({ rules }: { rules: readonly Rule[] }) {
  if (rules.length === 0) return null;
  return (
    <p className="note">
      Mostly rejected, so consider doing without:{' '}
      {rules.map(({ subject, rejected, accepted }, index) => (
        <span key={subject}>
          {index > 0 && '; '}
          <strong>{ruleText(subject)}</strong> ({rejected} of {rejected + accepted} rejected)
        </span>
      ))}
      . What only such rules pick is then left out of scans to come, and counted.
    </p>
  );
}

function Heads({ firsts }: { firsts: readonly string[] }) {
  return (
    <thead>
      <tr>
        {[...firsts, 'Accepted', 'Rejected', 'Waiting', 'Accepted of decided'].map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Counts({ tally }: { tally: Podcast }) {
  return (
    <>
      {[tally.accepted, tally.rejected, tally.waiting].map((count, index) => (
        <td key={index} className="number">
          {count.toLocaleString('en')}
        </td>
      ))}
      <td className="number">
        {acceptedShare(tally)}
        {tally.mostlyRejected && <span className="mark shift">mostly rejected</span>}
      </td>
    </>
  );
}

function OfPodcast({ podcast }: { podcast: Podcast }) {
  const { subject } = podcast;
  const source = useSource(subject || undefined).data;
  return (
    <tr>
      <th scope="row">
        {subject ? <Link href={sourcePlace(subject)}>{source?.title ?? subject}</Link> : 'No podcast'}
      </th>
      <Counts tally={podcast} />
    </tr>
  );
}
