import { useState } from 'react';
import { Link } from 'wouter';
import { useCall } from '../api/pathQueries';
import type { Citation } from '../api/types';
import { ownPlace } from '../state/places';
import { CopyButton } from './CopyButton';
import { Problem, Skeleton } from './states';

const forms = { text: 'Text', markdown: 'Markdown', bibtex: 'BibTeX' } as const;
type Form = keyof typeof forms;

interface CitePathProps {
  call: string | undefined;
  /** The same citation as a file. */
  file: (format: 'jsonld' | 'graphml') => string | undefined;
}

/** A path to cite: claims numbered, disputes noted, and a link that keeps showing it as it stood. */
export function CitePath({ call, file }: CitePathProps) {
  const [form, setForm] = useState<Form>('text');
  const { data, error, refetch } = useCall<Citation>(call);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={5} label="Writing the citation" />;
  return (
    <section className="cite-path" aria-label="Citation">
      <p className="buttons" role="group" aria-label="Form of the citation">
        {(Object.keys(forms) as Form[]).map((one) => (
          <button key={one} type="button" aria-pressed={form === one} onClick={() => setForm(one)}>
            {forms[one]}
          </button>
        ))}
        <a className="button" href={file('jsonld')}>
          JSON-LD
        </a>
        <a className="button" href={file('graphml')}>
          GraphML
        </a>
      </p>
      <pre>
        <code>{data[form]}</code>
      </pre>
      <p>
        <CopyButton text={data[form]} what={forms[form]} />
      </p>
      <p className="fine">
        Permanent link, as of change {data.change}: <Link href={ownPlace(data.link)}>{data.link}</Link>{' '}
        <CopyButton text={data.link} what="the link" />
      </p>
    </section>
  );
}
