/** Seconds into a source, as people read and link them. */

/** `754` → `12:34`, `4000` → `1:06:40`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A time as people type it, in seconds: `1:02:33`, `12:34`, `754` or `754.5`; undefined for anything else. */
export function readMoment(text: string): number | undefined {
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d+(?:\.\d{1,3})?)$/.exec(text.trim());
  if (!match) return undefined;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0));
  const clocked = match[2] !== undefined;
  if ((clocked && (seconds ?? 0) >= 60) || (match[1] !== undefined && (minutes ?? 0) >= 60)) return undefined;
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

/** Where in a source a claim stands: `12:34`, `12:34–13:00`, `about 12:34 (± 30 s)`. */
export function momentText(start: number, end?: number, startPrecision?: number): string {
  const from = end === undefined ? clock(start) : `${clock(start)}–${clock(end)}`;
  return startPrecision ? `about ${from} (± ${startPrecision} s)` : from;
}

/** `minute 12`, counted from 0 as players show it. */
export function minuteText(start: number): string {
  return `minute ${Math.floor(start / 60)}`;
}

/** The source's address at that second, by a media fragment (W3C Media Fragments 1.0); only http and https. */
export function momentAddress(url: string | undefined, start: number | undefined): string | undefined {
  if (!url || !/^https?:\/\//i.test(url)) return undefined;
  return start === undefined || url.includes('#') ? url : `${url}#t=${start}`;
}

/** An ISO date as people read it; what is no date stays as it is. */
export function dateText(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return date;
  const time = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return time.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** A moment such as `2026-11-25T14:00:00Z` as people read it, in their own time zone. */
export function timeText(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime())
    ? at
    : time.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}
