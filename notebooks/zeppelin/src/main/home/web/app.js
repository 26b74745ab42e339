// The page: who is signed in, which note, which client, which language. The address's fragment carries note and client,
// so that a link opens them and no server log ever holds a client's number.
import * as zeppelin from './zeppelin.js';
import { Card } from './card.js';
import { saveNote } from './export.js';
import { inDaylight } from './theme.js';
import { label, languages, lead, noteName, say } from './words.js';

const byId = (id) => document.getElementById(id);
const [bar, report, door] = ['bar', 'report', 'door'].map(byId);
const clientBox = byId('client');

/** Fields that are one for all cards of a page: chosen once, in the first card that has them. */
const SHARED = ['feature', 'ratio'];

const state = { note: '', client: '', language: startLanguage(), shared: {} };
/** The note that a feature's name leads to. */
const FEATURES = 'CREDIT002';
let noteList = [];
let cards = [];

function startLanguage() {
  const kept = localStorage.getItem('language');
  const own = navigator.language.slice(0, 2);
  return [kept, own].find((language) => languages.includes(language)) ?? 'en';
}

function readAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  return { note: address.get('note') ?? '', client: address.get('client') ?? '', feature: address.get('feature') ?? '' };
}

function fragmentOf(note, client, feature) {
  const address = new URLSearchParams();
  if (note) address.set('note', note);
  if (client) address.set('client', client);
  if (feature) address.set('feature', feature);
  return `#${address}`;
}

function writeAddress() {
  const fragment = fragmentOf(state.note, state.client, state.shared.feature);
  if (location.hash !== fragment) history.pushState(null, '', fragment);
}

function speak() {
  document.documentElement.lang = state.language;
  label(document, state.language);
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', button.dataset.language === state.language);
  }
}

function trouble(problem) {
  if (problem instanceof zeppelin.SignedOut) {
    openDoor(say(state.language, 'signedOut'));
    return;
  }
  const key = problem instanceof zeppelin.Unreachable ? 'unreachable' : 'refusedRun';
  byId('trouble').textContent = say(state.language, key, problem.message);
  byId('trouble').hidden = false;
  if (!(problem instanceof zeppelin.Unreachable)) console.error(problem);
}

function openDoor(words) {
  bar.hidden = report.hidden = true;
  door.hidden = false;
  cards = [];
  byId('cards').replaceChildren();
  byId('refusal').textContent = words;
  byId('user').focus();
}

async function enter() {
  noteList = (await zeppelin.notes()).sort((a, b) => a.id.localeCompare(b.id));
  door.hidden = true;
  bar.hidden = report.hidden = false;
  byId('notes').replaceChildren(
    ...noteList.map(({ id, path }) => {
      const link = document.createElement('a');
      link.dataset.note = id;
      link.dataset.path = path;
      return link;
    }),
  );
  await follow();
}

/** Makes the page show what the address says. */
async function follow() {
  const wanted = readAddress();
  const known = noteList.find(({ id }) => id === wanted.note) ?? noteList[0];
  if (!known) {
    byId('title').textContent = say(state.language, 'noNotes');
    return;
  }
  state.client = wanted.client;
  if (wanted.feature) state.shared.feature = wanted.feature;
  else delete state.shared.feature;
  clientBox.value = state.client;
  if (known.id !== state.note || cards.length === 0) {
    await openNote(known);
  }
  nameNotes();
  await redraw();
}

/** Links and headings, in the language, with the client on whom each note opens. */
function nameNotes() {
  for (const link of byId('notes').children) {
    const { note, path } = link.dataset;
    link.textContent = noteName(state.language, note, path);
    link.href = fragmentOf(note, state.client, state.shared.feature);
    if (note === state.note) {
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      byId('title').textContent = link.textContent;
      byId('lead').textContent = lead(state.language, note);
    } else link.removeAttribute('aria-current');
  }
}

async function openNote({ id }) {
  const note = await zeppelin.note(id);
  state.note = id;
  cards = note.paragraphs
    .filter(({ text, config }) => text?.trim() && config.enabled !== false)
    .map((paragraph) => new Card(id, paragraph, trouble, change));
  byId('cards').replaceChildren(...cards.map(({ element }) => element));
}

async function redraw() {
  byId('trouble').hidden = true;
  document.title = [state.client, byId('title').textContent, 'Credit scoring'].filter(Boolean).join(' · ');
  const asked = snapshot();
  const drawn = new Set();
  progress(0);
  await Promise.all(
    cards.map(async (card) => {
      await card.ask(asked);
      drawn.add(card);
      if (sameAs(asked)) progress(drawn.size / cards.length);
      showSharedFieldsOnce();
    }),
  );
  if (!sameAs(asked)) return;
  const key = state.client ? 'drawn' : 'drawnNobody';
  byId('announcer').textContent = say(state.language, key, state.client);
  document.body.dataset.drawn = `${state.note} ${state.client} ${state.language}`;
}

const snapshot = () => ({ ...state, shared: { ...state.shared } });
const sameAs = (asked) => JSON.stringify(asked) === JSON.stringify(state);

function progress(share) {
  byId('progress').style.setProperty('--share', share);
  byId('progress').dataset.done = share === 1;
}

function showSharedFieldsOnce() {
  const shown = new Set();
  for (const { fields } of cards) {
    fields.hide(shown);
    fields.names.filter((name) => SHARED.includes(name)).forEach((name) => shown.add(name));
  }
}

/** A field of a card changed: it alone is drawn again, or, where the field is the page's, all are. */
function change(card, name, value) {
  if (!SHARED.includes(name)) {
    card.ask(snapshot());
    return;
  }
  state.shared[name] = value;
  if (name === 'feature') {
    writeAddress();
    nameNotes();
  }
  redraw().catch(trouble);
}

function choose(client) {
  state.client = client.replace(/\s/g, '');
  writeAddress();
  follow().catch(trouble);
}

let typing;
/** While a number is typed, clients that begin like it. */
function suggest() {
  clearTimeout(typing);
  const prefix = clientBox.value.replace(/\s/g, '');
  const source = cards.find((card) => card.knowsClients);
  if (!source || !/^\d{1,9}$/.test(prefix) || prefix === state.client) return;
  typing = setTimeout(async () => {
    try {
      const answer = await source.peek({ prefix, client: state.client, lang: state.language });
      const found = [...answer.querySelectorAll('[data-credit-client]')];
      byId('suggestions').replaceChildren(
        ...found.map((button) => new Option(button.textContent, button.dataset.creditClient)),
      );
    } catch (problem) {
      trouble(problem);
    }
  }, 250);
}

function setLanguage(language) {
  state.language = language;
  localStorage.setItem('language', language);
  speak();
  if (!report.hidden) {
    nameNotes();
    redraw().catch(trouble);
  }
}

byId('sign-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const [user, password] = [form.elements.user.value, form.elements.password.value];
  try {
    if (await zeppelin.signIn(user, password)) {
      form.reset();
      byId('refusal').textContent = '';
      await enter();
      clientBox.focus();
    } else {
      byId('refusal').textContent = say(state.language, 'wrongSignIn');
      form.elements.password.select();
    }
  } catch (problem) {
    byId('refusal').textContent = say(state.language, 'unreachable');
  }
});

byId('sign-out').addEventListener('click', async () => {
  await zeppelin.signOut().catch(trouble);
  state.note = '';
  openDoor('');
});

byId('search').addEventListener('submit', (event) => {
  event.preventDefault();
  choose(clientBox.value);
});
clientBox.addEventListener('input', (event) => {
  // A suggestion that was picked arrives as one replacement, not as typing.
  if (event.inputType === undefined || event.inputType === 'insertReplacementText') choose(clientBox.value);
  else suggest();
});

document.addEventListener('click', ({ target }) => {
  const client = target.closest?.('[data-credit-client]');
  if (client) choose(client.dataset.creditClient);
  const language = target.closest?.('[data-language]');
  if (language) setLanguage(language.dataset.language);
  const feature = target.closest?.('[data-credit-feature]');
  if (feature && noteList.some(({ id }) => id === FEATURES)) {
    location.hash = fragmentOf(FEATURES, state.client, feature.dataset.creditFeature);
  }
});
byId('export').addEventListener('click', () => inDaylight(() => saveNote(state, byId('title').textContent)));
byId('print').addEventListener('click', () => window.print());

document.addEventListener('keydown', (event) => {
  if (event.key === '/' && !event.target.closest('input, select, textarea')) {
    event.preventDefault();
    clientBox.select();
  }
});
window.addEventListener('popstate', () => {
  if (!report.hidden) follow().catch(trouble);
});

speak();
enter().catch((problem) => {
  if (problem instanceof zeppelin.SignedOut) openDoor('');
  else {
    openDoor('');
    trouble(problem);
    byId('refusal').textContent = byId('trouble').textContent;
  }
});
