import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { searchPlace, type SearchQuery } from '../state/searchQuery';
import { MagnifyingGlass } from './icons';

interface SearchBoxProps {
  /** Where the box stands: in the head of every page, or large on its own. */
  place: 'head' | 'large';
  /** The search it goes on from, filters kept. */
  query?: SearchQuery;
}

/** The search: words in, results page out. */
export function SearchBox({ place, query }: SearchBoxProps) {
  const [, go] = useLocation();
  const [words, setWords] = useState(query?.q ?? '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    go(searchPlace({ chosen: {}, ...query, q: words.trim() }));
  };
  return (
    <form role="search" className={`search-box ${place}`} onSubmit={submit}>
      <label className="unseen" htmlFor={`search-${place}`}>
        Search claims, things and sources
      </label>
      <MagnifyingGlass />
      <input
        id={`search-${place}`}
        type="search"
        value={words}
        maxLength={500}
        autoComplete="off"
        placeholder={place === 'large' ? 'Search claims, things, sources' : 'Search'}
        onChange={(event) => setWords(event.target.value)}
      />
      <button type="submit">Search</button>
    </form>
  );
}
