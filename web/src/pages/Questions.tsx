import { Link, useSearch } from 'wouter';
import { useQuestions, useRows } from '../api/queries';
import type { Question } from '../api/types';
import { Title, usePageTitle } from '../parts/page';
import { Problem, Skeleton } from '../parts/states';
import { cell } from '../state/questions';
import { plural } from '../state/sentence';

const answeredBy: Record<Question['kind'], string> = {
  path: 'answered by paths',
  conflict: 'answered by both sides',
  query: 'answered by a table',
};

/** All questions to begin with; the answer of one stands above them where a table gives it. */
export default function Questions() {
  const asked = new URLSearchParams(useSearch()).get('ask');
  const { data, error, refetch } = useQuestions();
  const question = data?.questions.find(({ id, query }) => id === asked && query);
  usePageTitle(question?.question ?? 'Questions');
  if (error) return <Problem error={error} level={1} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return (
    <div className="reading">
      <Title>{question ? question.question : 'Questions to begin with'}</Title>
      {question?.query && <AnswerTable query={question.query} />}
      <nav className="questions" aria-label={question ? 'Other questions' : 'Questions'}>
        <ul>
          {data.questions
            .filter(({ id }) => id !== question?.id)
            .map(({ id, question: words, kind, href }) => (
              <li key={id}>
                <Link href={href}>
                  {words} <small>{answeredBy[kind]}</small>
                </Link>
              </li>
            ))}
        </ul>
      </nav>
    </div>
  );
}

function AnswerTable({ query }: { query: string }) {
  const { data, error, refetch } = useRows(query);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} label="Asking" />;
  const columns = data.head.vars;
  const rows = data.results.bindings;
  return (
    <>
      <p>{plural(rows.length, 'row')}</p>
      <div className="answer-table">
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map((column) => {
                  const { text, href } = cell(row[column]);
                  return <td key={column}>{href ? <Link href={href}>{text}</Link> : text}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>The query, to ask yourself at /sparql</summary>
        <pre>
          <code>{query}</code>
        </pre>
      </details>
    </>
  );
}
