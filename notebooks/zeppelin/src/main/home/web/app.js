// The page: who is signed in, which note, which client, which language. The address's fragment carries note and client,
// so that a link opens them and no server log ever holds a client's number.
import * as zeppelin from './zeppelin.js';
import { Card } from './card.js';
import { label, languages, say } from './words.js';

const byId = (id) => document.getElementById(id);
const [bar, report, door] = ['bar', 'report', 'door'].map(byId);
const clientBox = byId('client');

const state = { note: '', client: '', language: startLanguage() };
let noteList = [];
let cards = [];

function startLanguage() {
  const kept = localStorage.getItem('language');
  const own = navigator.language.slice(0, 2);
  return [kept, own].find((language) => languages.includes(language)) ?? 'en';
}

function readAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  return { note: address.get('note') ?? '', client: address.get('client') ?? '' };
}

function writeAddress() {
  const address = new URLSearchParams();
  if (state.note) address.set('note', state.note);
  if (state.client) address.set('client', state.client);
  const fragment = `#${address}`;
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
  noteList = await zeppelin.notes();
  door.hidden = true;
  bar.hidden = report.hidden = false;
  byId('notes').replaceChildren(
    ...noteList.map(({ id, path }) => {
      const link = document.createElement('a');
      link.textContent = path.replace(/^\//, '');
      link.href = `#${new URLSearchParams({ note: id })}`;
      link.dataset.note = id;
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
  clientBox.value = state.client;
  if (known.id !== state.note || cards.length === 0) {
    await openNote(known);
  }
  for (const link of byId('notes').children) {
    if (link.dataset.note === state.note) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
    const address = new URLSearchParams({ note: link.dataset.note });
    if (state.client) address.set('client', state.client);
    link.href = `#${address}`;
  }
  await redraw();
}

async function openNote({ id, path }) {
  const note = await zeppelin.note(id);
  state.note = id;
  byId('title').textContent = path.replace(/^\//, '');
  cards = note.paragraphs
    .filter(({ text, config }) => text?.trim() && config.enabled !== false)
    .map((paragraph) => new Card(id, paragraph, trouble));
  byId('cards').replaceChildren(...cards.map(({ element }) => element));
  offerFields(note);
}

async function redraw() {
  byId('trouble').hidden = true;
  document.title = state.client ? `${state.client} · Credit scoring` : 'Credit scoring';
  const asked = { ...state };
  await Promise.all(cards.map((card) => card.ask(asked)));
  if (asked.client !== state.client || asked.language !== state.language || asked.note !== state.note) return;
  if (cards.length) offerFields(await zeppelin.note(state.note));
  const key = state.client ? 'drawn' : 'drawnNobody';
  byId('announcer').textContent = say(state.language, key, state.client);
  document.body.dataset.drawn = `${state.note} ${state.client} ${state.language}`;
}

function offerFields(note) {
  for (const card of cards) {
    const paragraph = note.paragraphs.find(({ id }) => id === card.id);
    if (paragraph) card.offer(paragraph, (changed) => changed.ask(state));
  }
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
  if (!report.hidden) redraw().catch(trouble);
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
});
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
