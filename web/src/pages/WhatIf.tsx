import { useState, type SubmitEvent } from 'react';
import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useCall, useNames } from '../api/pathQueries';
import type { Effect, Figure, WhatIf as Answer } from '../api/types';
import { AsOf } from '../parts/AsOf';
import { BehindCall } from '../parts/Behind';
import { ClaimCard } from '../parts/ClaimCard';
import { EntityField } from '../parts/EntityField';
import { ExploreThese } from '../parts/ExploreThese';
import { Fold } from '../parts/Fold';
import { LensBar } from '../parts/LensBar';
import { Title, usePageTitle } from '../parts/page';
import { ReadPath } from '../parts/ReadPath';
import { Problem, Skeleton } from '../parts/states';
import { eachPathNote } from '../state/behind';
import type { Lens } from '../state/lens';
import { entityPlace } from '../state/places';
import { dampedText } from '../state/searched';
import { plural } from '../state/sentence';
import {
  effectText,
  figureText,
  numbersFirst,
  rangeText,
  readFactor,
  readWhatIf,
  whatIfCall,
  whatIfPlace,
  type WhatIfQuery,
} from '../state/whatIf';

/** What follows downstream when a thing is multiplied: by how much where claims give numbers, else the direction. */
export default function WhatIfPage() {
  const query = readWhatIf(useAddress());
  const [, go] = useLocation();
  const call = whatIfCall(query);
  const answer = useCall<Answer>(call);
  const name = useNames([query.entity]);
  usePageTitle(call ? `What if ${name(query.entity)} ×${query.by}` : 'What if');
  return (
    <div className="what-if-page">
      <header>
        <Title>What if?</Title>
        <p className="lede">What claims say would follow. A number stands only where a claim gives one.</p>
      </header>
      <Question key={`${query.entity} ${query.by} ${name(query.entity)}`} query={query} name={name} />
      <LensBar lens={query.lens} onChange={(lens) => go(whatIfPlace({ ...query, lens }))} />
      <AsOf
        asOf={query.lens.asOf}
        today={whatIfPlace({ ...query, lens: { ...query.lens, asOf: undefined } })}
      />
      {answer.error && <Problem error={answer.error} onRetry={() => void answer.refetch()} />}
      {call && answer.isPending && <Skeleton lines={8} label="Reckoning" />}
      {!call && (
        <p className="empty">
          Name a thing and a factor, or{' '}
          <Link href="/what-if?entity=compute&by=100">see what a hundred times the compute would do</Link>.
        </p>
      )}
      {call && answer.data && <Effects answer={answer.data} lens={query.lens} />}
      {call && answer.data && <BehindCall call={call} note={eachPathNote} />}
    </div>
  );
}

function Question({ query, name }: { query: WhatIfQuery; name: (id: string | undefined) => string }) {
  const [, go] = useLocation();
  const [entity, setEntity] = useState(query.entity);
  const [typed, setTyped] = useState(query.by === undefined ? '' : String(query.by));
  const by = readFactor(typed);
  const wrong = typed !== '' && by === undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (entity && by) go(whatIfPlace({ ...query, entity, by }));
  };
  return (
    <form className="path-form" onSubmit={submit} aria-label="What if question">
      <div className="path-ends">
        <EntityField
          label="If there were"
          initial={name(query.entity)}
          placeholder="compute"
          onChoose={(one) => setEntity(one?.id)}
        />
        <label className="field">
          <span>times</span>
          <input
            value={typed}
            inputMode="decimal"
            placeholder="100, or 0.5 for half"
            maxLength={20}
            aria-invalid={wrong}
            onChange={(event) => setTyped(event.target.value)}
          />
          {wrong && (
            <span className="field-problem" role="alert">
              Write a factor above 0 and other than 1, such as 100 or 0.5.
            </span>
          )}
        </label>
        <label className="field">
          <span>Within</span>
          <select
            value={query.maxHops ?? ''}
            onChange={(event) =>
              go(
                whatIfPlace({
                  ...query,
                  maxHops: event.target.value ? Number(event.target.value) : undefined,
                }),
              )
            }
          >
            <option value="">4 steps</option>
            {[1, 2, 3, 5, 6].map((hops) => (
              <option key={hops} value={hops}>
                {plural(hops, 'step')}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="primary" aria-disabled={!entity || !by}>
          See what follows
        </button>
      </div>
    </form>
  );
}

function Effects({ answer, lens }: { answer: Answer; lens: Lens }) {
  const { effects, total, values, searched } = answer;
  return (
    <>
      <p role="status">
        If there were ×{answer.by.toLocaleString('en')} {answer.entity.label}:{' '}
        <strong>{plural(effects.length, 'thing')}</strong>
        {total > effects.length && ` of ${total.toLocaleString('en')}`} downstream within{' '}
        {plural(searched.maxHops, 'step')}, {plural(answer.claimsRead, 'claim')} read for numbers
        {answer.claimsCut && ' (there were more)'}.{' '}
        {answer.waysCut &&
          `More than ${answer.waysLimit} ways lead to one of them, so a range may be too narrow. `}
        {dampedText(searched)}
      </p>
      {values.length > 0 && (
        <Fold title="What claims say it is today, multiplied">{() => <Figures figures={values} />}</Fold>
      )}
      {effects.length === 0 && <p className="unknown">No claim says that it influences anything.</p>}
      <ExploreThese ids={[answer.entity.id, ...effects.map(({ entity }) => entity.id)]} lens={lens} />
      <ul className="plain effects">
        {numbersFirst(effects).map((effect) => (
          <li key={effect.entity.id}>
            <EffectOf effect={effect} lens={lens} />
          </li>
        ))}
      </ul>
    </>
  );
}

function EffectOf({ effect, lens }: { effect: Effect; lens: Lens }) {
  const { entity, figures, path } = effect;
  const counted = effect.low !== undefined;
  return (
    <article className="effect" aria-label={`${entity.label}: ${effectText(effect)}`}>
      <h2>
        <Link href={entityPlace(entity.id)}>{entity.label}</Link>{' '}
        <span className={counted ? 'effect-number' : 'effect-direction'}>{effectText(effect)}</span>
      </h2>
      {figures.length > 0 && <Figures figures={figures} />}
      <Fold title={`By ${plural(path.hops.length, 'step')}`}>
        {() => <ReadPath path={path} lens={lens} />}
      </Fold>
    </article>
  );
}

/** Figures with the formula and the claim that each comes from. */
function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul className="plain figures">
      {figures.map((figure, index) => (
        <li key={`${figure.formula.id} ${figure.insight?.id ?? ''} ${index}`}>
          <p>
            {figureText(figure)}{' '}
            <span className="fine" title={figure.formula.definition}>
              by {figure.formula.label}
              {figure.inputs.length > 0 &&
                `, from ${figure.inputs.map((input) => `${input.entity.label} ${rangeText(input)}`).join(' and ')}`}
            </span>
          </p>
          {figure.insight && <ClaimCard claim={{ kind: 'insight', ...figure.insight }} />}
        </li>
      ))}
    </ul>
  );
}
