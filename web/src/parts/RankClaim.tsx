import { useId, useState, type SubmitEvent } from 'react';
import { useRank } from '../api/mending';
import { useSession } from '../api/queries';
import type { Insight } from '../api/types';
import { includes } from '../state/account';
import { rankWords, ranks, type GivenRank } from '../state/claim';
import { FormProblem, TextField } from './fields';
import { Undo } from './Undo';

/** Where a curator ranks a claim down or takes it for outdated; it stays published and says so. */
export function RankClaim({ insight }: { insight: Insight }) {
  const role = useSession().data?.role ?? 'anybody';
  const rank = useRank(insight);
  if (!includes(role, 'curator')) return null;
  return (
    <details className="conclude">
      <summary>Rank it</summary>
      <Form key={insight.version} insight={insight} rank={rank} />
      {rank.data && (
        <Undo key={rank.data.change} n={rank.data.change} run={rank.data.change} several={false} />
      )}
    </details>
  );
}

function Form({ insight, rank }: { insight: Insight; rank: ReturnType<typeof useRank> }) {
  const before = insight.rank ?? 'normal';
  const [chosen, setChosen] = useState<GivenRank>(before);
  const [why, setWhy] = useState('');
  const id = useId();
  const idle = chosen === before || rank.isPending;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!idle) rank.mutate({ rank: chosen, why: why.trim() });
  };
  return (
    <form className="entry-form" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>Rank of the claim</label>
        <select id={id} value={chosen} onChange={(event) => setChosen(event.target.value as GivenRank)}>
          {ranks.map((one) => (
            <option key={one} value={one}>
              {rankWords[one]}
            </option>
          ))}
        </select>
      </div>
      <TextField label="Why, for the history" maxLength={300} value={why} onChange={setWhy} />
      {rank.error && <FormProblem>{rank.error.message}</FormProblem>}
      <p className="buttons">
        <button type="submit" aria-disabled={idle}>
          Rank it so
        </button>
        <span className="fine">The claim stays, and its voice counts as before.</span>
      </p>
    </form>
  );
}
