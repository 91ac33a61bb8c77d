/** What is shown, as a file that the server writes. */
import { lensParameters, type Lens } from '../state/lens';
import { address } from '../state/parameters';
import { writeFile } from './client';

/** What a picture shows: entities, the edges between them by their keys, and whose claims count. */
export interface Shown {
  entities: readonly string[];
  edges: readonly string[];
  lens: Lens;
  /** Whether reference facts count too. */
  facts?: boolean;
}

export function readFile({ entities, edges, lens, facts = true }: Shown, format: string): Promise<Blob> {
  const path = address('/api/export', { ...lensParameters({ ...lens, minVoices: undefined }), format });
  const whole = facts ? path : `${path}&facts=false`;
  return writeFile({ method: 'POST', path: whole, body: { entities, edges } });
}
