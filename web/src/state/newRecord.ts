/** Entities and sources while they are added beside a claim. */
import type { Named, Source } from '../api/types';

/** The kinds of entity, the likeliest for a new one first. */
export const entityKinds = [
  'Concept',
  'Technology',
  'Organization',
  'Person',
  'Policy',
  'Strategy',
  'Resource',
  'Event',
  'Alliance',
  'Nation',
] as const;

export interface EntityDraft {
  label: string;
  kind: string;
  definition: string;
  source: Named | undefined;
}

/** The record that a draft stands for. */
export function entityBody({ label, kind, definition, source }: EntityDraft): object {
  return {
    type: 'entity',
    label: label.trim(),
    kind,
    ...(definition.trim() && { definition: definition.trim() }),
    ...(source && { source: source.id }),
  };
}

export const sourceKinds: readonly Source['kind'][] = ['Episode', 'Podcast', 'Document'];

export interface SourceDraft {
  title: string;
  kind: Source['kind'];
  podcast?: Named | undefined;
  /** An ISO date, or empty. */
  date: string;
  url: string;
}

/** The record that a draft stands for; only an episode is of a podcast. */
export function sourceBody({ title, kind, podcast, date, url }: SourceDraft): object {
  return {
    type: 'source',
    kind,
    title: title.trim(),
    ...(kind === 'Episode' && podcast && { podcast: podcast.id }),
    ...(date && { date }),
    ...(url.trim() && { url: url.trim() }),
  };
}

/** A podcast of which only the title is known, added beside its first episode. */
export const podcastDraft = (title: string): SourceDraft => ({ title, kind: 'Podcast', date: '', url: '' });

/** What is missing before it can be added; undefined when nothing is. */
export const sourceProblem = ({ kind, podcast }: SourceDraft): string | undefined =>
  kind === 'Episode' && !podcast
    ? 'Choose the podcast it is an episode of, or type its title and add it as something new.'
    : undefined;
