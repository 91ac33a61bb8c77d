import { Link } from 'wouter';
import type { Conflict } from '../api/types';
import { doubtSentence, kindLabel, statusLabel } from '../state/conflicts';
import { entityPlace } from '../state/places';
import { ClaimCard, evidenceOf } from './ClaimCard';
import { ExploreThese } from './ExploreThese';
import { Conclude } from './Conclude';

/** One question with every pair that disputes it, each pair side by side. */
export function DisputedQuestion({ conflicts, level }: { conflicts: readonly Conflict[]; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const question = conflicts[0]?.question;
  if (!question) return null;
  return (
    <section className="question">
      <Heading>{question.text}</Heading>
      {question.about.length > 0 && (
        <p className="fine link-list">
          About{' '}
          {question.about.map((each) => (
            <Link key={each.id} href={entityPlace(each.id)}>
              {each.label}
            </Link>
          ))}
        </p>
      )}
      {conflicts.map((conflict) => (
        <Pair key={conflict.id} conflict={conflict} />
      ))}
      {question.more && <p className="fine">More pairs dispute this question than are shown.</p>}
    </section>
  );
}

function Pair({ conflict }: { conflict: Conflict }) {
  const { judgement, status } = conflict;
  return (
    <div
      className="dispute"
      role="group"
      aria-label={conflict.sides.map(({ says }) => says).join(' Against: ')}
    >
      <p className="marks">
        <span className="mark contested">{kindLabel(conflict.kind)}</span>
        <span className="mark">{statusLabel(status)}</span>
        {conflict.possible && <span className="mark">possible</span>}
      </p>
      {conflict.possible && <p className="fine">{doubtSentence(conflict.doubts)}</p>}
      <div className="cards">
        {conflict.sides.map(({ says, claim }) => (
          <div key={claim?.id ?? says} className="side">
            {conflict.question.kind !== 'marked' && <p className="says">{says}</p>}
            {claim && <ClaimCard claim={evidenceOf(claim)} />}
          </div>
        ))}
      </div>
      {judgement && (
        <p className="note">
          {judgement.overtaken ? 'Before a claim was changed: ' : ''}
          {statusLabel(judgement.status)} by {judgement.by}: {judgement.note}
        </p>
      )}
      <Conclude conflict={conflict} />
    </div>
  );
}

/** Conflicts as they come, brought together under their questions. */
export function Disputes({ conflicts, level = 2 }: { conflicts: readonly Conflict[]; level?: 2 | 3 }) {
  const questions = new Map<string, Conflict[]>();
  for (const each of conflicts) {
    const known = questions.get(each.question.id);
    if (known) known.push(each);
    else questions.set(each.question.id, [each]);
  }
  return (
    <>
      {[...questions].map(([id, pairs]) => (
        <DisputedQuestion key={id} conflicts={pairs} level={level} />
      ))}
      <ExploreThese ids={conflicts.flatMap(({ question }) => question.about.map((thing) => thing.id))} />
    </>
  );
}
