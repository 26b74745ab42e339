// One paragraph as a card: it runs at most one question at a time and always ends with the newest one.
import { Fields } from './fields.js';
import { show } from './results.js';
import { ask } from './runs.js';
import { cardTitle, say } from './words.js';
import { Refused } from './zeppelin.js';

/** The report view has its own fields for these. */
const OURS = ['client', 'lang'];
/** Times that an answer to another window's question is asked again. */
const RETRIES = 4;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

export class Card {
  #onTrouble;
  #wanted = null;
  #working = null;
  #pressed = false;
  #client = '';

  /**
   * @param onTrouble called with a problem that concerns the whole page
   * @param onChange called with (card, name, value) when a field changes, with (card) when its button is pressed
   */
  constructor(noteId, paragraph, onTrouble, onChange) {
    this.noteId = noteId;
    this.paragraph = paragraph;
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
      if (name === undefined) this.#pressed = true;
      onChange(this, name, value);
    });
    this.body = document.createElement('div');
    this.body.className = 'body';
    this.element.append(this.heading, this.form, this.body);
  }

  /** Whether this is the paragraph that knows clients. */
  get knowsClients() {
    return /^%credit\s+client\b/.test(this.paragraph.text ?? '');
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
    this.#working = ask(this, { ...params, view: 'report' }, true)
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
      this.#pressed = false;
    }
    const params = { ...this.fields.changed, ...state.shared, ...this.#standing(state) };
    const pressed = this.#pressed;
    // Sent again, by this loop or by Zeppelin, it is recorded once: what is remembered names this showing of the form.
    if (pressed) params.record = 'YES';
    for (let i = 0; i < RETRIES; i++) {
      let answer;
      try {
        answer = await ask(this, params, pressed);
      } catch (problem) {
        this.#pressed = false;
        if (!(problem instanceof Refused)) throw problem;
        this.#fail(state, say(state.language, 'refusedRun', problem.message), pressed);
        return;
      }
      if (this.#wanted) return;
      // Zeppelin keeps one result per person: another window of the same analyst may have put its own there.
      if (!answer || this.#isFor(answer, state)) {
        this.#pressed = false;
        this.#show(state, answer, pressed);
        return;
      }
      await pause(100 + Math.random() * 300);
    }
    this.#fail(state, say(state.language, 'busyElsewhere'), pressed);
  }

  #fragment(answer) {
    const template = document.createElement('template');
    template.innerHTML = (answer?.msg ?? []).filter(({ type }) => type === 'HTML').map(({ data }) => data).join('');
    return template.content;
  }

  #isFor(answer, state) {
    // The answer's first element says whose it is; the rest is parsed once, when it is shown.
    const [first] = answer.msg ?? [];
    const template = document.createElement('template');
    template.innerHTML = first?.type === 'HTML' ? first.data.slice(0, first.data.indexOf('>') + 1) : '';
    const root = template.content.querySelector('.credit');
    return !root || (root.dataset.client === state.client && root.lang === state.language);
  }

  /** What every run says of itself: whose card, in which language, and that fields are described in the answer. */
  #standing(state) {
    return { client: state.client, lang: state.language, view: 'report' };
  }

  #show(state, answer, sent) {
    if (!answer?.msg?.length) {
      this.element.classList.remove('failed');
      show(this.body, [{ type: 'TEXT', data: say(state.language, 'nothing') }]);
      return;
    }
    show(this.body, answer.msg);
    this.heading.textContent =
      this.body.querySelector('.credit')?.dataset.title ?? cardTitle(state.language, this.paragraph);
    const form = this.body.querySelector('.credit-fields')?.dataset.form;
    const description = form ? JSON.parse(form) : {};
    this.element.classList.toggle('failed', answer.code === 'ERROR' || description.failed === true);
    if (form) {
      description.fields = description.fields.filter(({ name }) => !OURS.includes(name));
      this.fields.offer(description, sent);
    }
  }

  #fail(state, words, pressed) {
    // What was pressed is sent again by a press alone, never by a later redraw.
    this.#pressed = false;
    this.element.classList.add('failed');
    show(this.body, [{ type: 'TEXT', data: words }]);
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = say(state.language, 'tryAgain');
    again.addEventListener('click', () => {
      this.#pressed = pressed;
      this.ask(state);
    });
    this.body.append(again);
  }
}
