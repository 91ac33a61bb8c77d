import { useLocationProperty } from 'wouter/use-browser-location';

/** The state of a page that may be long: behind `?`, or behind `#` where no server could read it. */
export const useLongAddress = (): string =>
  useLocationProperty(() => {
    const { search, hash } = window.location;
    return search === '' && hash.includes('=') ? `?${hash.slice(1)}` : search;
  });
