// Charts are painted in the colours of the moment: a page that leaves the screen is painted for paper.

function paint(daylight) {
  if (daylight) document.documentElement.dataset.theme = 'daylight';
  else delete document.documentElement.dataset.theme;
  document.dispatchEvent(new Event('credit-theme'));
}

/** Does something with the page as it looks by day, whatever the screen's preference. */
export function inDaylight(work) {
  paint(true);
  try {
    return work();
  } finally {
    paint(false);
  }
}

window.addEventListener('beforeprint', () => paint(true));
window.addEventListener('afterprint', () => paint(false));
