import { Link } from 'wouter';
import { Title, usePageTitle } from '../parts/page';
import { SearchBox } from '../parts/SearchBox';

/** An address that no page has. */
export default function NotFound() {
  usePageTitle('Not found');
  return (
    <div className="reading">
      <Title>The thread ends here</Title>
      <p>
        No page has this address. Search for what you meant, or <Link href="/">start from the beginning</Link>
        .
      </p>
      <SearchBox place="large" />
    </div>
  );
}
