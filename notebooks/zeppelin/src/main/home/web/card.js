// One paragraph as a card: it runs at most one question at a time and always ends with the newest one.
import { Fields } from './fields.js';
import { show } from './results.js';
import { say } from './words.js';
import { Late, Refused, note, run } from './zeppelin.js';

/** The report view has its own fields for these. */
const OURS = ['client', 'lang'];
/** Times that an answer to another window's question is asked again. */
const RETRIES = 4;
/** Milliseconds after which a run is looked after, and after which it is given up. */
const PATIENCE = 4000;
const END = 30000;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// By getRandomValues: randomUUID is missing where the page is reached by plain HTTP from another machine.
function occasion() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class Card {
  #noteId;
  #paragraph;
  #onTrouble;
  #wanted = null;
  #working = null;
  #occasion = null;
  #client = '';

  /**
   * @param onTrouble called with a problem that concerns the whole page
   * @param onChange called with (card, name, value) when a field changes, with (card) when its button is pressed
   */
  constructor(noteId, paragraph, onTrouble, onChange) {
    this.#noteId = noteId;
    this.#paragraph = paragraph;
    this.#onTrouble = onTrouble;
    this.element = document.createElement('section');
    this.element.className = 'card';
    this.element.id = `card-${paragraph.id}`;
    this.element.style.setProperty('--columns', paragraph.config.colWidth ?? 12);
    this.heading = document.createElement('h2');
    this.heading.id = `${this.element.id}-title`;
    this.heading.textContent = paragraph.title ?? '';
    this.heading.hidden = !paragraph.title || paragraph.config.title === false;
    this.element.setAttribute('aria-labelledby', this.heading.id);
    this.form = document.createElement('form');
    this.form.className = 'fields';
    this.fields = new Fields(this.form, (name, value) => {
      // Named anew at each press, so that a run which Zeppelin repeats records nothing twice.
      if (name === undefined) this.#occasion = occasion();
      onChange(this, name, value);
    });
    this.body = document.createElement('div');
    this.body.className = 'body';
    this.element.append(this.heading, this.form, this.body);
  }

  get id() {
    return this.#paragraph.id;
  }

  /** Whether this is the paragraph that knows clients. */
  get knowsClients() {
    return /^%credit\s+client\b/.test(this.#paragraph.text ?? '');
  }

  /**
   * Asks for a state of the page; a state asked for while another is being drawn replaces all that wait.
   * @returns a promise of the card being up to date with the newest state
   */
  ask(state) {
    this.#wanted = { ...state };
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  /** Another question to the same paragraph, whose answer is not shown: its HTML as a fragment. */
  async peek(params) {
    while (this.#working) await this.#working;
    let fragment = null;
    this.#working = this.#run({ ...params, view: 'report' })
      .then((answer) => {
        fragment = this.#fragment(answer);
      })
      .finally(() => {
        this.#working = null;
      });
    await this.#working;
    if (this.#wanted) await this.ask(this.#wanted);
    return fragment;
  }

  async #work() {
    this.element.setAttribute('aria-busy', 'true');
    try {
      while (this.#wanted) {
        const state = this.#wanted;
        this.#wanted = null;
        await this.#answer(state);
      }
    } catch (problem) {
      if (!(problem instanceof Refused)) {
        this.#onTrouble(problem);
      }
    } finally {
      this.element.removeAttribute('aria-busy');
    }
  }

  async #answer(state) {
    if (state.client !== this.#client) {
      this.fields.clientChanged();
      this.#client = state.client;
      this.#occasion = null;
    }
    const params = { ...this.fields.changed, ...state.shared, ...this.#standing(state) };
    const occasion = this.#occasion;
    if (occasion) params.record = occasion;
    for (let i = 0; i < RETRIES; i++) {
      let answer;
      try {
        answer = await this.#run(params);
      } catch (problem) {
        if (!(problem instanceof Refused)) throw problem;
        this.#fail(state, say(state.language, 'refusedRun', problem.message));
        return;
      }
      if (this.#wanted) return;
      // Zeppelin keeps one result per person: another window of the same analyst may have put its own there.
      if (!answer || this.#isFor(answer, state)) {
        if (this.#occasion === occasion) this.#occasion = null;
        this.#show(state, answer, occasion !== null);
        return;
      }
      await pause(100 + Math.random() * 300);
    }
    this.#fail(state, say(state.language, 'busyElsewhere'));
  }

  /**
   * Zeppelin 0.10 may answer never: its JobStatusPoller can set a paragraph that has just finished back to RUNNING, for
   * which the request then waits. The result is in the note all the same.
   */
  async #run(params) {
    try {
      return await run(this.#noteId, this.id, params, PATIENCE);
    } catch (problem) {
      if (!(problem instanceof Late)) throw problem;
    }
    for (const end = Date.now() + END; Date.now() < end; await pause(500)) {
      const { paragraphs } = await note(this.#noteId);
      const results = paragraphs.find(({ id }) => id === this.id)?.results;
      if (results?.msg?.length) return results;
    }
    throw new Refused(`${(PATIENCE + END) / 1000} s`);
  }

  #fragment(answer) {
    const template = document.createElement('template');
    template.innerHTML = (answer?.msg ?? []).filter(({ type }) => type === 'HTML').map(({ data }) => data).join('');
    return template.content;
  }

  #isFor(answer, state) {
    const root = this.#fragment(answer).querySelector('.credit');
    return !root || (root.dataset.client === state.client && root.lang === state.language);
  }

  /** What every run says of itself: whose card, in which language, and that fields are described in the answer. */
  #standing(state) {
    return { client: state.client, lang: state.language, view: 'report' };
  }

  #show(state, answer, sent) {
    this.element.classList.toggle('failed', answer?.code === 'ERROR');
    if (!answer?.msg?.length) {
      show(this.body, [{ type: 'TEXT', data: say(state.language, 'nothing') }]);
      return;
    }
    show(this.body, answer.msg);
    const title = this.body.querySelector('.credit')?.dataset.title;
    if (title) this.heading.textContent = title;
    const form = this.body.querySelector('.credit-fields')?.dataset.form;
    if (form) {
      const description = JSON.parse(form);
      description.fields = description.fields.filter(({ name }) => !OURS.includes(name));
      this.fields.offer(description, sent);
    }
  }

  #fail(state, words) {
    this.element.classList.add('failed');
    show(this.body, [{ type: 'TEXT', data: words }]);
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = say(state.language, 'tryAgain');
    again.addEventListener('click', () => this.ask(state));
    this.body.append(again);
  }
}
