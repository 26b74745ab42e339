// A note as one HTML file that needs nothing else: what is on the page, without what only works here.
import { say } from './words.js';

const OURS_ALONE = 'script, form, button.credit-csv, input, .credit-fields, .credit-said, .credit-queue, .credit-choices';

/** Waits for nothing: the page's own style sheet is there already. */
function styles() {
  return [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n');
}

function content() {
  const cards = document.getElementById('cards').cloneNode(true);
  cards.querySelectorAll(OURS_ALONE).forEach((element) => element.remove());
  cards.querySelectorAll('style').forEach((element) => element.remove());
  for (const button of cards.querySelectorAll('button')) button.replaceWith(...button.childNodes);
  for (const details of cards.querySelectorAll('details')) details.open = true;
  for (const chart of cards.querySelectorAll('.credit-chart')) {
    chart.removeAttribute('tabindex');
    const svg = chart.querySelector('svg');
    if (!svg) continue;
    // Drawn for the width of a screen, read at any.
    svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
    svg.removeAttribute('height');
    svg.setAttribute('width', '100%');
    chart.style.height = 'auto';
    chart.replaceChildren(svg);
  }
  return cards;
}

/** Hands the note to the browser as a file to keep. */
export function saveNote(state, title) {
  const file = document.implementation.createHTMLDocument(state.client ? `${title} ${state.client}` : title);
  file.documentElement.lang = state.language;
  file.documentElement.dataset.theme = 'daylight';
  const head = (tag, values) => file.head.append(Object.assign(file.createElement(tag), values));
  head('meta', { httpEquiv: 'Content-Security-Policy', content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:" });
  head('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' });
  head('style', { textContent: styles() });
  const main = file.createElement('main');
  main.id = 'report';
  const when = new Intl.DateTimeFormat(state.language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date());
  main.append(
    Object.assign(file.createElement('h1'), { textContent: file.title }),
    Object.assign(file.createElement('p'), { textContent: say(state.language, 'exported', when) }),
    file.importNode(content(), true),
  );
  file.body.append(main);
  const page = `<!doctype html>\n<meta charset="utf-8">\n${file.documentElement.outerHTML}\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  link.download = `${file.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}.html`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
