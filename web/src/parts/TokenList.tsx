import type { Token } from '../api/types';
import { timeText } from '../state/moment';

/** Tokens by name, each of which can be made useless. */
export function TokenList({
  tokens,
  onRevoke,
}: {
  tokens: readonly Token[];
  onRevoke: (number: number) => void;
}) {
  return (
    <ul className="plain token-list">
      {tokens.map(({ number, label, made }) => (
        <li key={number}>
          <span>
            {label}{' '}
            <span className="fine">
              made <time dateTime={made}>{timeText(made)}</time>
            </span>
          </span>
          <button type="button" className="quiet" onClick={() => onRevoke(number)}>
            Revoke<span className="unseen"> {label}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
