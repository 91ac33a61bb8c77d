import { useState, type SubmitEvent } from 'react';
import { useReading } from '../api/reader';
import type { ReaderSchedule } from '../api/types';
import { isForGood, weekdays } from '../state/reader';
import { capitalize } from '../state/sentence';
import { Problem } from './states';

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const zones = Intl.supportedValuesOf('timeZone');

/** When a reader reads: hour, weekdays, zone and a pause. */
export function ReadingTimes({ schedule: known }: { schedule: ReaderSchedule }) {
  const { schedule } = useReading();
  const [hour, setHour] = useState(known.hour);
  const [days, setDays] = useState<readonly string[]>(known.weekdays);
  const [zone, setZone] = useState(known.zone);
  const [until, setUntil] = useState(known.pausedUntil ?? '');
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    schedule.mutate({
      hour,
      weekdays: weekdays.filter((day) => days.includes(day)),
      zone,
      ...(until !== '' && { pausedUntil: until }),
    });
  };
  return (
    <section>
      <h2>When you read</h2>
      <form className="sheet-form" onSubmit={submit} aria-label="When you read">
        <label className="field">
          At{' '}
          <select value={hour} onChange={(event) => setHour(Number(event.target.value))}>
            {hours.map((one) => (
              <option key={one} value={one}>{`${one}:00`}</option>
            ))}
          </select>
        </label>
        <label className="field">
          Time zone{' '}
          <input list="zones" required value={zone} onChange={(event) => setZone(event.target.value)} />
        </label>
        <datalist id="zones">
          {zones.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        {zone !== here && (
          <button type="button" onClick={() => setZone(here)}>
            Take this browser’s, {here}
          </button>
        )}
        <fieldset className="ticks">
          <legend>On</legend>
          {weekdays.map((day) => (
            <label key={day}>
              <input
                type="checkbox"
                checked={days.includes(day)}
                onChange={({ target }) =>
                  setDays(target.checked ? [...days, day] : days.filter((one) => one !== day))
                }
              />{' '}
              {capitalize(day)}
            </label>
          ))}
        </fieldset>
        <label className="field">
          Pause until{' '}
          <input
            type="date"
            value={isForGood(until) ? '' : until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </label>
        {isForGood(until) ? (
          <button type="button" onClick={() => setUntil('')}>
            Begin again
          </button>
        ) : (
          <button type="button" onClick={() => setUntil('9999-12-31')}>
            Stop for good
          </button>
        )}
        <button type="submit" className="primary" disabled={schedule.isPending || days.length === 0}>
          Keep
        </button>
        {days.length === 0 && <p className="field-problem">Tick one day at least, or pause instead.</p>}
        {schedule.error && <Problem error={schedule.error} />}
        {schedule.isSuccess && <p role="status">Kept.</p>}
      </form>
    </section>
  );
}
