// Texts that would run as a script wherever a page, a feed or a head took them for more than text.
const run = 'globalThis.ran=1';

/** Forty of them. Each would either set `ran`, make an element marked `data-ran`, or be refused by the page's own policy. */
export const payloads = [
  `<script>${run}</script>`,
  `<script data-ran src=//x.example/x.js></script>`,
  `</script><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `</style><script>${run}</script>`,
  `--><script>${run}</script>`,
  `]]><script>${run}</script>`,
  `<img data-ran src=x onerror=${run}>`,
  `"><img data-ran src=x onerror=${run}>`,
  `'><img data-ran src=x onerror=${run}>`,
  `<img/data-ran/src=\`x\`onerror=${run}>`,
  `<svg data-ran onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate data-ran onbegin=${run} attributeName=x dur=1s>`,
  `<math><mtext></p><style><img data-ran src onerror=${run}>`,
  `<body data-ran onload=${run}>`,
  `<iframe data-ran srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<iframe data-ran src="javascript:parent.ran=1"></iframe>`,
  `<a data-ran href="javascript:${run}">x</a>`,
  `<a data-ran href="java&#10;script:${run}">x</a>`,
  `<a data-ran href="data:text/html,<script>${run}</script>">x</a>`,
  `<form data-ran action="javascript:${run}"><button>x</button></form>`,
  `<input data-ran autofocus onfocus=${run}>`,
  `<details data-ran open ontoggle=${run}>`,
  `<video data-ran><source onerror=${run}></video>`,
  `<object data-ran data="javascript:${run}"></object>`,
  `<embed data-ran src="javascript:${run}">`,
  `<base data-ran href="//x.example/">`,
  `<meta data-ran http-equiv=refresh content="0;url=javascript:${run}">`,
  `<link data-ran rel=stylesheet href=//x.example/x.css>`,
  `<style data-ran>@import'//x.example/x.css';</style>`,
  `<template data-ran><script>${run}</script></template>`,
  `<noscript><p title="</noscript><img data-ran src=x onerror=${run}>">`,
  `&lt;img data-ran src=x onerror=${run}&gt;`,
  `&#60;script&#62;${run}&#60;/script&#62;`,
  `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  `\${${run}}{{constructor.constructor('${run}')()}}`,
  `[x](javascript:${run}) ![x](x"onerror="${run})`,
  `" autofocus onfocus=${run} data-ran x="`,
  `javascript:/*--></title></style></textarea></script></xmp><svg/onload='+/"/+/data-ran/${run}//'>`,
];

const thing = (number) => `marked-thing-${number}`;

/** Records that hold the payload of this number in every field of text that they have. */
function records(payload, number) {
  return [
    {
      type: 'source',
      id: `marked-source-${number}`,
      kind: 'Document',
      title: `${payload} source ${number}`,
      url: `https://x.example/${number}?q=${encodeURIComponent(payload)}`,
      licence: `https://x.example/licence?q=${encodeURIComponent(payload)}`,
      note: payload,
    },
    {
      type: 'entity',
      id: thing(number),
      kind: 'Organization',
      label: `${payload} ${number}`,
      aliases: [`${payload} alias ${number}`],
      definition: payload,
      framings: [{ id: 'meant', label: payload, definition: payload }],
      source: `marked-source-${number}`,
      note: payload,
    },
    {
      type: 'insight',
      id: `marked-claim-${number}`,
      text: `${payload} marked claim ${number}`,
      source: `marked-source-${number}`,
      quote: payload,
      note: payload,
      holder: thing(number),
      speaker: thing(number),
      attribution: 'own',
      topics: ['ai-geopolitics'],
      quantities: [{ kind: 'value', of: thing(number), value: 1, unit: payload }],
      links: [
        {
          subject: thing(number),
          relation: 'enables',
          object: 'compute',
          sign: '+',
          denied: false,
          subjectFraming: 'meant',
          scope: { condition: payload },
        },
      ],
    },
  ];
}

/** All of them as a file to import. */
export const markedFile = () =>
  payloads
    .flatMap((payload, number) => records(payload, number))
    .map((record) => JSON.stringify(record))
    .join('\n');

/** What of a page came out of a payload as more than text; run within the page. */
export function findMarks(root = globalThis.document) {
  const marked = [...root.querySelectorAll('*')].filter(
    (each) =>
      each.hasAttribute('data-ran') ||
      [...each.attributes].some(({ name }) => /^on/.test(name)) ||
      /^(javascript|data):/i.test((each.getAttribute('href') ?? '').trim()) ||
      (each.localName === 'script' && /ran=1/.test(each.textContent) && each.type !== 'application/ld+json'),
  );
  return [...(globalThis.ran ? ['a script ran'] : []), ...marked.map((each) => each.outerHTML.slice(0, 200))];
}
