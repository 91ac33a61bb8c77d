import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useCall, useNames } from '../api/pathQueries';
import type { Common as Answer } from '../api/types';
import { AsOf } from '../parts/AsOf';
import { Behind } from '../parts/Behind';
import { EntityField } from '../parts/EntityField';
import { ExploreThese } from '../parts/ExploreThese';
import { HeldBy } from '../parts/HeldBy';
import { LensBar } from '../parts/LensBar';
import { Title, usePageTitle } from '../parts/page';
import { ReadPath } from '../parts/ReadPath';
import { Problem, Skeleton } from '../parts/states';
import { commonCall, commonPlace, readCommon, type CommonQuery } from '../state/influence';
import { heldBy } from '../state/lens';
import { entityPlace } from '../state/places';
import { dampedText } from '../state/searched';
import { plural } from '../state/sentence';

/** Common causes, or common effects, of two things, nearest to both first. */
export default function CommonPage() {
  const query = readCommon(useAddress());
  const [, go] = useLocation();
  const call = commonCall(query);
  const answer = useCall<Answer>(call);
  const name = useNames([query.entity, query.other]);
  const causes = query.direction === 'upstream';
  usePageTitle(causes ? 'Common causes' : 'Common effects');
  const change = (part: Partial<CommonQuery>) => go(commonPlace({ ...query, ...part }));
  return (
    <div className="common-page">
      <header>
        <Title>What two things share</Title>
        <p className="lede">What claims name as a cause, or as an effect, of both.</p>
      </header>
      <div className="path-form">
        <div className="path-ends">
          <EntityField
            key={`one ${name(query.entity)}`}
            label="One thing"
            placeholder="sovereignty"
            initial={name(query.entity)}
            onChoose={(one) => change({ entity: one?.id })}
          />
          <EntityField
            key={`other ${name(query.other)}`}
            label="Another"
            placeholder="alliance"
            initial={name(query.other)}
            onChoose={(one) => change({ other: one?.id })}
          />
          <label className="field">
            <span>Share</span>
            <select
              value={query.direction}
              onChange={(event) =>
                change({ direction: event.target.value === 'downstream' ? 'downstream' : 'upstream' })
              }
            >
              <option value="upstream">causes</option>
              <option value="downstream">effects</option>
            </select>
          </label>
          <label className="field">
            <span>Within</span>
            <select
              value={query.maxHops ?? 3}
              onChange={(event) =>
                change({ maxHops: event.target.value === '3' ? undefined : Number(event.target.value) })
              }
            >
              {[1, 2, 3, 4, 5].map((hops) => (
                <option key={hops} value={hops}>
                  {plural(hops, 'step')}
                </option>
              ))}
            </select>
          </label>
        </div>
      </div>
      <LensBar lens={query.lens} onChange={(lens) => change({ lens })} />
      <AsOf
        asOf={query.lens.asOf}
        today={commonPlace({ ...query, lens: { ...query.lens, asOf: undefined } })}
      />
      {answer.error && <Problem error={answer.error} onRetry={() => void answer.refetch()} />}
      {call && answer.isPending && <Skeleton lines={8} label="Following influence" />}
      {!call && (
        <p className="empty">
          Name two things, or{' '}
          <Link href={commonPlace({ ...query, entity: 'sovereignty', other: 'alliance' })}>
            see what both sovereignty and alliances come from
          </Link>
          .
        </p>
      )}
      {call && answer.data && <Shared answer={answer.data} query={query} />}
      {call && <Behind query={answer.data?.behind} />}
    </div>
  );
}

function Shared({ answer, query }: { answer: Answer; query: CommonQuery }) {
  const { entity: one, other, common, total, searched } = answer;
  const what = query.direction === 'upstream' ? 'cause' : 'effect';
  return (
    <>
      <p role="status">
        {plural(total, `common ${what}`)} within {plural(searched.maxHops, 'step')}
        {total > common.length && `; the nearest ${common.length}`}
        {searched.truncated && '; the search stopped at its limit, so there may be more'}.{' '}
        {dampedText(searched)}
      </p>
      <ExploreThese
        ids={[one, other, ...common.map(({ entity }) => entity)].map(({ id }) => id)}
        lens={query.lens}
      />
      <HeldBy
        holders={answer.heldBy}
        place={(holder) => commonPlace({ ...query, lens: heldBy(query.lens, holder) })}
      />
      <ol className="plain shared">
        {common.map(({ entity, path, otherPath }) => (
          <li key={entity.id}>
            <h2>
              <Link href={entityPlace(entity.id)}>{entity.label}</Link>
            </h2>
            <ReadPath path={path} lens={query.lens} />
            <ReadPath path={otherPath} lens={query.lens} />
          </li>
        ))}
      </ol>
    </>
  );
}
