// Makes the pictures of src/docs/pages.md anew, from the Clew at CLEW_URL (with the library that ships), with the
// Chromium at CHROMIUM. Run it in web/: CLEW_URL=http://localhost:8080 CHROMIUM=/usr/bin/chromium npm run pictures
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, open, settled } from '../browser/browser.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../src/docs/pictures');
const question = 'from=compute&via=sovereignty&to=alliance';
const owned = 'nodes=compute,sovereignty,stack-alignment,alliance';
const wide = { width: 1080, height: 720 };

/** Each picture: where it is, how large, and what is brought into view first. */
const pictures = [
  { name: 'home', place: '/', screen: wide },
  {
    name: 'insight',
    place: '/insight/kratsios-owned-hardware',
    screen: wide,
    show: (page) => page.getByRole('heading', { name: /^Related/ }),
  },
  {
    name: 'path',
    place: `/paths?${question}`,
    screen: { width: 1080, height: 1000 },
    show: (page) => page.locator('.path-card.open'),
  },
  {
    name: 'twin',
    place: `/paths?from=compute&to=alliance&${owned}&show=twin&open=0`,
    screen: { width: 1080, height: 900 },
    show: (page) => page.locator('.path-panel'),
  },
  {
    name: 'compare',
    place: '/compare?entity=united-states&entity=china',
    screen: { width: 1080, height: 900 },
  },
  { name: 'dark', place: '/entity/sovereignty', screen: { ...wide, dark: true } },
  { name: 'narrow', place: '/source/practical-ai-281', screen: { width: 400, height: 800 } },
];

mkdirSync(folder, { recursive: true });
const browser = await launch();
try {
  for (const { name, place, screen, show } of pictures) {
    const { page } = await open(browser, place, screen);
    await page.locator('main h1').first().waitFor();
    await settled(page);
    if (show)
      await show(page)
        .first()
        .evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 16));
    await settled(page);
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    console.log(`${name}.png ${Math.round(statSync(path).size / 1000)} kB`);
    await page.context().close();
  }
} finally {
  await browser.close();
}
