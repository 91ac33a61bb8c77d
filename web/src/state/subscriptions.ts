/** How feeds are told about. */
import type { Subscription } from '../api/types';
import { timeText } from './moment';
import { plural } from './sentence';

/** Whether a feed needs somebody to look at it. */
export const ails = ({ health }: Subscription): boolean => health.failures > 0;

/** How a feed does, in a sentence. */
export function healthText({ health, paused, episodes }: Subscription): string {
  const read = health.polled ? `read ${timeText(health.polled)}` : 'not read yet';
  const next = paused ? 'again only when you ask' : `again about ${timeText(health.next)}`;
  const failed = health.failures > 0 ? `; could not be read ${plural(health.failures, 'time')} in a row` : '';
  return `${plural(episodes, 'episode')}, ${read}, ${next}${failed}.`;
}

/** The words of a field, apart by commas. */
export const words = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
