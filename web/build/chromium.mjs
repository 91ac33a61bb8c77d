import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// Chromium without windows comes first: the pages are drawn by the same engine, with half the work for the machine.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium at CHROMIUM, or the first on the path; undefined where there is none. */
export function findChromium() {
  const given = process.env.CHROMIUM;
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}
