import { Link, useLocation, useSearch as useAddress } from 'wouter';
import { useCall, useNames } from '../api/pathQueries';
import type { Edge, EdgesAnswer, LensComparison } from '../api/types';
import { AsOf } from '../parts/AsOf';
import { BehindCall } from '../parts/Behind';
import { EdgeItem } from '../parts/EdgeItem';
import { EntityField } from '../parts/EntityField';
import { HeldBy } from '../parts/HeldBy';
import { LensFields } from '../parts/LensBar';
import { OppositeEdges } from '../parts/OppositeEdges';
import { Title, usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import { eachSideNote } from '../state/behind';
import {
  comparisonCall,
  comparisonPlace,
  heldByCall,
  readComparison,
  type Comparison,
} from '../state/comparison';
import { heldBy, lensCount, lensText, noLens } from '../state/lens';
import { plural } from '../state/sentence';

type Side = 'a' | 'b';
const sides = ['a', 'b'] as const;
const example: Comparison = { a: { ...noLens, holder: 'white-house' }, b: noLens };

/** Two lenses side by side: what only one of them shows, and where they say the opposite. */
export default function CompareLensesPage() {
  const comparison = readComparison(useAddress());
  const [, go] = useLocation();
  const { entity, a, b, asOf } = comparison;
  const set = lensCount(a) + lensCount(b) > 0;
  const answer = useCall<LensComparison>(set ? comparisonCall(comparison) : undefined);
  const name = useNames([entity, a.holder, a.speaker, b.holder, b.speaker], a.source ?? b.source);
  usePageTitle('Two views side by side');
  const change = (part: Partial<Comparison>) => go(comparisonPlace({ ...comparison, ...part }));
  return (
    <div className="compare-page">
      <header>
        <Title>Two views side by side</Title>
        <p className="lede">What only one of them claims, and where they claim the opposite.</p>
      </header>
      <div className="path-form">
        <EntityField
          key={`about ${name(entity)}`}
          label="About"
          placeholder="everything"
          initial={name(entity)}
          onChoose={(one) => change({ entity: one?.id })}
        />
        <div className="two-lenses">
          {sides.map((side) => (
            <details key={side} className="lens" open={lensCount(comparison[side]) === 0}>
              <summary>
                View {side.toUpperCase()}:{' '}
                <span className="lens-says">{lensText(comparison[side], name)}</span>
              </summary>
              <div className="lens-fields">
                <LensFields
                  lens={comparison[side]}
                  side={side.toUpperCase()}
                  name={name}
                  onChange={(lens) => change({ [side]: lens })}
                />
              </div>
            </details>
          ))}
        </div>
      </div>
      <AsOf asOf={asOf} today={comparisonPlace({ ...comparison, asOf: undefined })} />
      {!set && (
        <p className="empty">
          Say for at least one of the two whose claims count in it, or{' '}
          <Link href={comparisonPlace(example)}>set the White House beside everybody</Link>.
        </p>
      )}
      {answer.error && <Problem error={answer.error} onRetry={() => void answer.refetch()} />}
      {set && answer.isPending && <Skeleton lines={8} label="Comparing" />}
      {set && answer.data && <Compared answer={answer.data} comparison={comparison} name={name} />}
      {set && answer.data && <BehindCall call={comparisonCall(comparison)} note={eachSideNote} />}
    </div>
  );
}

interface ComparedProps {
  answer: LensComparison;
  comparison: Comparison;
  name: (id: string | undefined) => string;
}

function Compared({ answer, comparison, name }: ComparedProps) {
  const { counts, compared } = answer;
  const says = (side: Side) => lensText(comparison[side], name);
  return (
    <>
      <p role="status">
        {plural(counts.onlyInA, 'connection')} only in A, {counts.onlyInB.toLocaleString('en')} only in B,{' '}
        {counts.opposite.toLocaleString('en')} opposite.
        {compared.truncated && ` The comparison stopped at its limit of ${compared.limit} pairs.`}
      </p>
      <OppositeEdges edges={answer.opposite} />
      <div className="two-lenses">
        <OnlyIn edges={answer.onlyInA} total={counts.onlyInA} title={`Only in A: ${says('a')}`}>
          <Empty side="a" comparison={comparison} />
        </OnlyIn>
        <OnlyIn edges={answer.onlyInB} total={counts.onlyInB} title={`Only in B: ${says('b')}`}>
          <Empty side="b" comparison={comparison} />
        </OnlyIn>
      </div>
    </>
  );
}

interface OnlyInProps {
  edges: readonly Edge[];
  total: number;
  title: string;
  children: React.ReactNode;
}

function OnlyIn({ edges, total, title, children }: OnlyInProps) {
  return (
    <section>
      <h2>{title}</h2>
      {total === 0 && <p className="unknown">Nothing that the other does not show too.</p>}
      {children}
      <ul className="plain">
        {edges.map((edge) => (
          <EdgeItem key={`${edge.subject.id} ${edge.relation.id} ${edge.object.id}`} edge={edge} />
        ))}
      </ul>
      {total > edges.length && (
        <p className="fine">
          The first {edges.length} of {total.toLocaleString('en')}.
        </p>
      )}
    </section>
  );
}

/** Where one of the two shows nothing at all of the thing: who does hold claims there. */
function Empty({ side, comparison }: { side: Side; comparison: Comparison }) {
  const lens = comparison[side];
  const { data } = useCall<EdgesAnswer>(lensCount(lens) > 0 ? heldByCall(comparison, lens) : undefined);
  if (data?.total !== 0) return null;
  return (
    <HeldBy
      holders={data.heldBy}
      place={(holder) => comparisonPlace({ ...comparison, [side]: heldBy(lens, holder) })}
    />
  );
}
