/* Sorting, searching and taking away of tables; installed once per page. */
if (!window.creditTables) {
  window.creditTables = true;

  var cellsOf = function (row) { return Array.prototype.slice.call(row.cells); };
  var valueOf = function (cell) {
    return cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value);
  };

  var sort = function (button) {
    var head = button.parentNode;
    var column = head.cellIndex;
    var body = head.closest('table').tBodies[0];
    var falling = head.getAttribute('aria-sort') !== 'descending';
    var language = button.closest('[lang]').lang;
    cellsOf(head.parentNode).forEach(function (cell) { cell.removeAttribute('aria-sort'); });
    head.setAttribute('aria-sort', falling ? 'descending' : 'ascending');
    var rows = Array.prototype.slice.call(body.rows);
    rows.sort(function (a, b) {
      var x = valueOf(a.cells[column]);
      var y = valueOf(b.cells[column]);
      var order = typeof x === 'number' && typeof y === 'number' ? x - y
        : typeof x === 'number' ? 1 : typeof y === 'number' ? -1
          : String(x).localeCompare(String(y), language);
      return falling ? -order : order;
    });
    rows.forEach(function (row) { body.appendChild(row); });
  };

  var plain = function (text) { return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase(); };
  var filter = function (field) {
    var wanted = plain(field.value.trim());
    Array.prototype.forEach.call(field.closest('.credit-table').querySelector('tbody').rows, function (row) {
      row.hidden = wanted !== '' && plain(row.textContent).indexOf(wanted) < 0;
    });
  };

  /* As the spreadsheets of the language read it: a comma that parts decimals cannot part columns. */
  var csv = function (button) {
    var table = button.closest('.credit-table').querySelector('table');
    var french = button.closest('[lang]').lang === 'fr';
    var quoted = function (cell) {
      var value = valueOf(cell);
      var text = typeof value === 'number' && french ? String(value).replace('.', ',') : String(value);
      // A spreadsheet would take such a text for a formula; a minus sign before a number alone is none.
      if (typeof value !== 'number' && /^([=+@\t\r\n]|-(?![0-9]+([.,][0-9]+)?$))/.test(text)) { text = "'" + text; }
      return '"' + text.replace(/"/g, '""') + '"';
    };
    var lines = Array.prototype.map.call(table.rows, function (row) {
      return cellsOf(row).map(quoted).join(french ? ';' : ',');
    });
    var link = document.createElement('a');
    // The mark by which a spreadsheet knows UTF-8.
    link.href = URL.createObjectURL(new Blob(['\ufeff' + lines.join('\r\n') + '\r\n'], { type: 'text/csv' }));
    link.download = plain(table.caption.textContent).replace(/[^a-z0-9]+/g, '-').slice(0, 60) + '.csv';
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  };

  document.addEventListener('click', function (event) {
    var button = event.target.closest ? event.target.closest('.credit-sort,.credit-csv') : null;
    if (button) { (button.classList.contains('credit-sort') ? sort : csv)(button); }
  });
  document.addEventListener('input', function (event) {
    if (event.target.classList && event.target.classList.contains('credit-filter')) { filter(event.target); }
  });
}
