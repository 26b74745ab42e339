// The fields of one card, as its answer describes them: {fields: [{name, label, look, value, limits, choices}], remembered, button,
// ofTheClient}. What is remembered has no field and goes back with the next run.

/** Milliseconds without another change after which a slider counts as moved. */
const REST = 120;

export class Fields {
  #changed = {};
  #shape = '';
  #form;
  #onChange;
  #description = { fields: [] };

  /**
   * @param form the element to fill
   * @param onChange called with (name, value) at a change, or with nothing when the button is pressed
   */
  constructor(form, onChange) {
    this.#form = form;
    this.#onChange = onChange;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#description.button) this.#onChange();
    });
  }

  /** What the analyst filled in, by name; a value that he left alone is the paragraph's to choose. */
  get changed() {
    return { ...this.#description.remembered, ...this.#changed };
  }

  get names() {
    return this.#description.fields.map(({ name }) => name);
  }

  /** Those of another client mean nothing for this one. */
  clientChanged() {
    if (this.#description.ofTheClient) {
      this.#changed = {};
      this.#description.remembered = {};
    }
    // Built anew with the next answer, whatever it offers.
    this.#shape = '';
  }

  /** Shows what an answer describes; what is being typed stays. */
  offer(description, sent) {
    this.#description = description;
    const shape = JSON.stringify(description, (key, value) => (['value', 'remembered'].includes(key) ? undefined : value));
    const same = shape === this.#shape;
    if (sent) this.#changed = {};
    if (!same) {
      this.#shape = shape;
      const focused = this.#form.contains(document.activeElement) ? document.activeElement.name : null;
      this.#form.replaceChildren(...description.fields.map((field) => this.#labelled(field)));
      if (description.button) this.#form.append(this.#button(description.button));
      this.#form.elements[focused]?.focus();
    }
    for (const { name, value } of description.fields) {
      const element = this.#form.elements[name];
      if (element === document.activeElement && same && !sent) continue;
      element.value = this.#changed[name] ?? value;
      this.#tell(element);
    }
  }

  /** Hides fields that another card of the page already shows. */
  hide(names) {
    for (const label of this.#form.querySelectorAll('label')) label.hidden = names.has(label.dataset.name);
  }

  #button(words) {
    const button = document.createElement('button');
    button.type = 'submit';
    button.textContent = words;
    return button;
  }

  #labelled({ name, label, look, limits, choices, value: start }) {
    const box = document.createElement('label');
    box.dataset.name = name;
    box.className = look;
    const words = document.createElement('span');
    words.textContent = label;
    const element = document.createElement({ select: 'select', long: 'textarea' }[look] ?? 'input');
    element.name = name;
    for (const [value, choice] of choices ?? []) element.append(new Option(choice, value));
    if (look === 'number') element.inputMode = 'decimal';
    if (look === 'long') element.rows = Math.min(12, Math.max(3, String(start).split('\n').length));
    box.append(words, element);
    if (look === 'slider') {
      element.type = 'range';
      Object.assign(element, limits);
      box.append(document.createElement('output'));
    }
    this.#listen(element, look);
    return box;
  }

  #listen(element, look) {
    const change = () => {
      this.#changed[element.name] = element.value;
      if (!this.#description.button) this.#onChange(element.name, element.value);
    };
    let rest;
    element.addEventListener(look === 'slider' ? 'input' : 'change', () => {
      this.#tell(element);
      clearTimeout(rest);
      if (look === 'slider') rest = setTimeout(change, REST);
      else change();
    });
    // A half-written text is kept although the card may be drawn again meanwhile.
    if (look === 'long') element.addEventListener('input', () => (this.#changed[element.name] = element.value));
  }

  #tell(element) {
    const output = element.parentElement.querySelector('output');
    if (output) output.textContent = element.value;
  }
}
