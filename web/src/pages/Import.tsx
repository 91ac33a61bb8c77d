import { useId, useState, type SubmitEvent } from 'react';
import { Link, useSearch as useAddress } from 'wouter';
import { useImporting, useImports } from '../api/importing';
import { useSession } from '../api/queries';
import type { ImportRun } from '../api/types';
import { ImportedFile } from '../parts/ImportedFile';
import { Title, usePageTitle } from '../parts/page';
import { NeedsRole } from '../parts/SignedIn';
import { Problem, Skeleton } from '../parts/states';
import { includes } from '../state/account';
import { endings, fileKind, fileProblem, readRun, runSentence, runState } from '../state/imports';
import { timeText } from '../state/moment';

/** Brings records in from files: as proposals, or, for curators, straight into the library. */
export default function ImportPage() {
  usePageTitle('Import');
  const run = readRun(useAddress());
  return (
    <div className="import-page">
      <Title>Import</Title>
      <NeedsRole least="contributor" what="Importing files">
        {run === undefined ? <Sending /> : <ImportedFile key={run} number={run} />}
        <Earlier />
      </NeedsRole>
    </div>
  );
}

function Templates() {
  const types = { insight: 'claims', entity: 'things', source: 'sources' };
  return (
    <p className="measured">
      Claims, things and sources come in as CSV, JSON Lines, Turtle, TriG, N-Quads or JSON-LD, packed with
      gzip or not. To begin with a table, download one to fill in:{' '}
      {Object.entries(types).map(([type, name], index) => (
        <span key={type}>
          {index > 0 && ', '}
          <a href={`/api/import/template?type=${type}`} download>
            {name}
          </a>
        </span>
      ))}
      . Links are written as <code>compute &gt; enables &gt; sovereignty</code>.
    </p>
  );
}

type Mode = ImportRun['mode'];

const modeWords: Record<Mode, string> = {
  check: 'Only look: tell what would be refused',
  propose: 'Propose: each record waits for review',
  publish: 'Publish at once, which one click takes back',
};

function Sending() {
  const [files, setFiles] = useState<readonly File[]>([]);
  const curates = includes(useSession().data?.role ?? 'anybody', 'curator');
  const [mode, setMode] = useState<Mode>('check');
  const [strict, setStrict] = useState(false);
  const importing = useImporting();
  const id = useId();
  const problems = files.flatMap((file) => {
    const problem = fileProblem(file);
    return problem ? [`${file.name}: ${problem}`] : [];
  });
  const ready = files.length > 0 && problems.length === 0 && !importing.isPending;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (ready) importing.mutate({ files, mode, strict });
  };
  const modes: Mode[] = curates ? ['check', 'propose', 'publish'] : ['check', 'propose'];
  return (
    <>
      <Templates />
      <form className="entry-form" aria-label="Import" onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>Files</label>
          <input
            id={id}
            type="file"
            multiple
            accept={endings.join(',')}
            aria-describedby={`${id}-told`}
            onChange={(event) => setFiles([...(event.target.files ?? [])])}
          />
          <div id={`${id}-told`} role="status">
            <ul className="plain fine">
              {files.map((file) => (
                <li key={file.name}>
                  {file.name}: {fileKind(file.name)?.label ?? 'unknown'}
                </li>
              ))}
            </ul>
            {problems.map((problem) => (
              <p key={problem} className="field-problem">
                {problem}
              </p>
            ))}
          </div>
        </div>
        <fieldset>
          <legend>What to do with them</legend>
          {modes.map((one) => (
            <label key={one} className="check-line">
              <input type="radio" name="mode" checked={mode === one} onChange={() => setMode(one)} />
              <span>{modeWords[one]}</span>
            </label>
          ))}
        </fieldset>
        {mode !== 'check' && (
          <label className="check-line">
            <input type="checkbox" checked={strict} onChange={(event) => setStrict(event.target.checked)} />
            <span>Strictly: a file of which anything would be refused is left out whole</span>
          </label>
        )}
        <p className="buttons">
          <button type="submit" className="primary" aria-disabled={!ready}>
            {mode === 'check' ? 'Look' : mode === 'propose' ? 'Propose' : 'Import'}
          </button>
          <span role="status" className="fine">
            {importing.isPending && 'Sending …'}
          </span>
        </p>
      </form>
      {importing.error && <Problem error={importing.error} />}
      {importing.data?.map(({ number, columns }) => (
        <ImportedFile key={number} number={number} columns={columns} />
      ))}
    </>
  );
}

function Earlier() {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useImports();
  const runs = data?.pages.flatMap((page) => page.imports) ?? [];
  return (
    <section aria-labelledby="earlier-imports">
      <h2 id="earlier-imports">Imports so far</h2>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} label="Loading the imports" />}
      {data && runs.length === 0 && (
        <p className="fine">None yet. Each one stays listed here, with what it refused.</p>
      )}
      <ul className="plain run-list">
        {runs.map((run) => (
          <li key={run.number}>
            <Link href={`/import?run=${run.number}`}>{run.file}</Link>{' '}
            <span className="fine">
              {runState(run.state)}, {runSentence(run)}, {run.by}, {timeText(run.made)}
            </span>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          Earlier imports
        </button>
      )}
    </section>
  );
}
