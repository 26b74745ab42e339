// How questions reach Zeppelin. It hands the runs of one interpreter on one by one, a tenth of a second apart, so a page
// of ten cards would take a second whatever the service does: the questions of one moment travel as one run, which
// %credit answers with one part for each card.
import { Late, Refused, note, run } from './zeppelin.js';

/** Milliseconds after which a run is looked after, and after which it is given up. */
const PATIENCE = 4000;
const END = 30000;

/** What all cards of a moment have in common; the rest are a card's own fields. */
const COMMON = ['client', 'lang', 'view'];

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

let asked = [];
/** While parts of an answer are handed out, cards that ask anew wait for each other. */
let handingOut = 0;

/**
 * Asks one card's question.
 * @param card {noteId, paragraph, element}
 * @param alone whether it is to be a run of its own: one that records something
 * @returns a promise of {code, msg: [{type, data}]}
 */
export function ask(card, params, alone) {
  return new Promise((done, failed) => {
    asked.push({ card, params, alone, done, failed });
    if (asked.length === 1 && handingOut === 0) setTimeout(send);
  });
}

function send() {
  const groups = new Map();
  for (const question of asked) {
    const { card, params, alone } = question;
    const key = alone || !sentence(card) ? question : JSON.stringify([card.noteId, ...COMMON.map((name) => params[name])]);
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  asked = [];
  groups.forEach((questions) => {
    (questions.length === 1 ? single(questions[0]) : together(questions)).catch((problem) => {
      questions.forEach(({ failed }) => failed(problem));
    });
  });
}

/** The sentence after %credit, of which alone an answer in parts can be asked. */
const sentence = ({ paragraph }) => /^\s*%credit\s+(\S[^]*)$/.exec(paragraph.text ?? '')?.[1].trim();

async function single({ card, params, done }) {
  done(await finished(card, params, () => true));
}

async function together(questions) {
  const [{ card, params }] = questions;
  const common = Object.fromEntries(COMMON.map((name) => [name, params[name]]));
  const cards = questions.map((question) => ({
    id: question.card.paragraph.id,
    sentence: sentence(question.card),
    fields: Object.fromEntries(Object.entries(question.params).filter(([name]) => !COMMON.includes(name))),
  }));
  const whole = (answer) => answer?.msg?.length === questions.length;
  const answer = await finished(card, { ...common, cards: JSON.stringify(cards) }, whole);
  if (!whole(answer)) throw new Refused(answer?.msg?.[0]?.data ?? answer?.code);
  const parts = questions.map(({ done, card: { element } }, i) => ({ done, element, part: answer.msg[i] }));
  // What is on the screen first, and the page may paint between two cards.
  const shown = parts.filter(onScreen);
  handingOut++;
  for (const each of [...shown, ...parts.filter((part) => !shown.includes(part))]) {
    each.done({ code: each.part.type === 'HTML' ? 'SUCCESS' : 'ERROR', msg: [each.part] });
    await pause(0);
  }
  handingOut--;
  if (handingOut === 0 && asked.length) setTimeout(send);
}

function onScreen({ element }) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

/**
 * Zeppelin 0.10 may answer never: its JobStatusPoller can set a paragraph that has just finished back to RUNNING, for
 * which the request then waits. The result is in the note all the same.
 */
async function finished({ noteId, paragraph }, params, isWhole) {
  try {
    return await run(noteId, paragraph.id, params, PATIENCE);
  } catch (problem) {
    if (!(problem instanceof Late)) throw problem;
  }
  for (const end = Date.now() + END; Date.now() < end; await pause(500)) {
    const { paragraphs } = await note(noteId);
    const results = paragraphs.find(({ id }) => id === paragraph.id)?.results;
    if (results?.msg?.length && isWhole(results)) return results;
  }
  throw new Refused(`${(PATIENCE + END) / 1000} s`);
}
