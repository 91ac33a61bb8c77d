import { Link } from 'wouter';
import { momentOfText } from '../state/lens';
import { capitalize } from '../state/sentence';

/** Where a page shows an earlier state, says so, and leads to today's; nothing where it shows today's. */
export function AsOf({ asOf, today }: { asOf: string | undefined; today: string }) {
  if (asOf === undefined) return null;
  return (
    <p className="as-of" role="status">
      {capitalize(momentOfText(asOf))} – <Link href={today}>see today’s</Link>
    </p>
  );
}
