// Puts a paragraph's results on the page: the types that Zeppelin's interpreters answer with.

/** Text set by innerHTML leaves its scripts asleep; a copy runs. */
function html(box, data) {
  box.innerHTML = data;
  for (const asleep of box.querySelectorAll('script')) {
    const script = document.createElement('script');
    for (const { name, value } of asleep.attributes) script.setAttribute(name, value);
    script.textContent = asleep.textContent;
    asleep.replaceWith(script);
  }
}

function table(box, data) {
  const [head, ...rows] = data.replace(/\n$/, '').split('\n').map((line) => line.split('\t'));
  const element = document.createElement('table');
  const fill = (section, cells, tag) => {
    const row = section.insertRow();
    for (const text of cells) {
      const cell = document.createElement(tag);
      cell.textContent = text;
      row.append(cell);
    }
  };
  fill(element.createTHead(), head, 'th');
  const body = element.createTBody();
  rows.forEach((row) => fill(body, row, 'td'));
  const scroll = document.createElement('div');
  scroll.className = 'scroll';
  scroll.append(element);
  box.append(scroll);
}

function text(box, data) {
  const element = document.createElement('pre');
  element.textContent = data;
  box.append(element);
}

function image(box, data) {
  const element = document.createElement('img');
  element.src = `data:image/png;base64,${data}`;
  element.alt = '';
  box.append(element);
}

const draw = { HTML: html, TABLE: table, IMG: image };

/** Replaces what the box held; an unknown type is shown as the text that it is. */
export function show(box, messages) {
  box.replaceChildren(...messages.map(() => document.createElement('div')));
  // Scripts look their element up in the document: each part is filled once it is there.
  messages.forEach(({ type, data }, i) => (draw[type] ?? text)(box.children[i], data));
}
