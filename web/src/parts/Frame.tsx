import { useEffect, useState, type MouseEvent, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useLibrary, useSession } from '../api/session';
import { includes } from '../state/roles';
import { plural } from '../state/plural';
import { nextTheme, readTheme, type Theme } from '../state/theme';
import { Ball, SunAndMoon } from './icons';
import { SearchBox } from './SearchBox';
import { Who } from './SignedIn';

const places = [
  { href: '/search', label: 'Search' },
  { href: '/explore', label: 'Explore' },
  { href: '/paths', label: 'Paths' },
  { href: '/conflicts', label: 'Disputes' },
];

/** The places of a reader, and for who may propose or publish, where claims are added and reviewed. */
function usePlaces() {
  const role = useSession().data?.role ?? 'anybody';
  const more = [
    { href: '/add', label: 'Add' },
    { href: '/review', label: 'Review' },
  ];
  return includes(role, 'contributor') ? [...places, ...more] : places;
}

/** Goes to the content; the address stays, since a long state may stand behind its `#`. */
function skip(event: MouseEvent) {
  event.preventDefault();
  const content = document.querySelector<HTMLElement>('#content');
  content?.focus();
  content?.scrollIntoView();
}

/** What surrounds every page: where one is, where one can go, and what state of the library is shown. */
export function Frame({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  const shown = usePlaces();
  return (
    <>
      <a className="skip" href="#content" onClick={skip}>
        Skip to the content
      </a>
      <header className="frame-head">
        <div className="frame-row">
          <Link className="brand" href="/">
            <Ball /> Clew
          </Link>
          <nav aria-label="Pages" className={shown.length > places.length ? 'many' : undefined}>
            {shown.map(({ href, label }) => (
              <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
                {label}
              </Link>
            ))}
          </nav>
          {path !== '/' && path !== '/search' && <SearchBox place="head" />}
          <Who />
          <ThemeButton />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Foot />
    </>
  );
}

function storedTheme(): Theme {
  try {
    return readTheme(window.localStorage.getItem('theme'));
  } catch {
    return 'system'; // storage may be forbidden; the system's theme needs none
  }
}

function keepTheme(theme: Theme): void {
  try {
    window.localStorage.setItem('theme', theme);
  } catch {
    return; // as above: the choice then lasts for this page only
  }
}

function ThemeButton() {
  const [theme, setTheme] = useState(storedTheme);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    keepTheme(theme);
  }, [theme]);
  const say = theme === 'system' ? 'as the system' : theme;
  return (
    <button
      type="button"
      className="icon theme"
      onClick={() => setTheme(nextTheme)}
      title={`Colours: ${say}`}
    >
      <SunAndMoon />
      <span className="unseen">Colours: {say}. Change</span>
    </button>
  );
}

function Foot() {
  const { data } = useLibrary();
  return (
    <footer className="frame-foot">
      <div className="frame-row">
        <p>
          Every step is a claim somebody made. Nothing here is said by Clew itself.
          {data && ` ${plural(data.claims, 'claim')}, as of change ${data.change}.`}
        </p>
        <p className="foot-links">
          <Link href="/brief">What is new to you</Link> <Link href="/reading">Your insights</Link>{' '}
          <Link href="/changes">Recent changes</Link> <Link href="/sparql">SPARQL</Link>{' '}
          <a href="/api/openapi.json">API</a> <a href="/.well-known/void">Data set</a>
        </p>
      </div>
    </footer>
  );
}
