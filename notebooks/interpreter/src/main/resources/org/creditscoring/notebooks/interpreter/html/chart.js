/* Draws one chart wherever its paragraph is shown. Installed once per page; a host that wraps scripts in a function or has an AMD loader is fine. */
if (!window.creditChart) {
  var libraries = {};

  // An AMD define would keep echarts from naming itself on window: it is set aside while the script loads.
  var load = function (address) {
    if (window.echarts) { return Promise.resolve(window.echarts); }
    if (!libraries[address]) {
      libraries[address] = new Promise(function (done, failed) {
        var amd = window.define && window.define.amd;
        var restore = function () { if (amd) { window.define.amd = amd; } };
        var script = document.createElement('script');
        script.src = address;
        script.onload = function () { restore(); done(window.echarts); };
        script.onerror = function () { restore(); delete libraries[address]; failed(new Error(address)); };
        if (amd) { window.define.amd = undefined; }
        document.head.appendChild(script);
      });
    }
    return libraries[address];
  };

  var formats = function (language) {
    var number = new Intl.NumberFormat(language, { maximumSignificantDigits: 4 });
    var share = new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 });
    var logistic = function (logOdds) { return 1 / (1 + Math.exp(-logOdds)); };
    return {
      'fn:number': function (v) { return number.format(v); },
      'fn:percent': function (v) { return share.format(v); },
      'fn:probability': function (v) { return share.format(logistic(v)); },
      'fn:logOddsAndProbability': function (v) { return number.format(v) + '\n' + share.format(logistic(v)); },
      'fn:tip': function (p) { return p.data && p.data.tip ? p.data.tip : p.name; }
    };
  };

  // A bar from one value to another in its row, its words beside it, and a thread to the next row.
  var span = function (series) {
    return function (params, api) {
      var item = series.data[params.dataIndex];
      var row = api.value(2);
      var from = api.coord([api.value(0), row]);
      var to = api.coord([api.value(1), row]);
      var band = api.size([0, 1])[1];
      var height = Math.min(22, band * 0.6);
      var left = Math.min(from[0], to[0]);
      var right = Math.max(from[0], to[0]);
      var edge = params.coordSys.x + params.coordSys.width;
      var outside = right + 8 + item.words.length * 7 > edge;
      var shape = item.total
        ? { type: 'polygon', shape: { points: [[right - 8, from[1]], [right, from[1] - 8], [right + 8, from[1]], [right, from[1] + 8]] }, style: { fill: item.tone } }
        : { type: 'rect', shape: { x: left, y: from[1] - height / 2, width: Math.max(2, right - left), height: height, r: 2 }, style: { fill: item.tone } };
      var gap = item.total ? 12 : 6;
      var children = [shape, {
        type: 'text',
        style: { text: item.words, x: outside ? left - gap : right + gap, y: from[1], align: outside ? 'right' : 'left', verticalAlign: 'middle', fill: item.ink, font: (item.total ? '600 ' : '') + '12px system-ui, sans-serif' }
      }];
      if (params.dataIndex < series.data.length - 1) {
        children.push({ type: 'line', shape: { x1: to[0], y1: to[1] + (item.total ? 8 : height / 2), x2: to[0], y2: to[1] + band - height / 2 }, style: { stroke: item.thread, lineWidth: 1 } });
      }
      return { type: 'group', children: children };
    };
  };

  var resolve = function (value, known) {
    if (typeof value === 'string') { return known.hasOwnProperty(value) ? known[value] : value; }
    if (Array.isArray(value)) { return value.map(function (item) { return resolve(item, known); }); }
    if (value === null || typeof value !== 'object') { return value; }
    var copy = {};
    Object.keys(value).forEach(function (key) {
      // Names and words come from the service: only what styles and functions are called may be looked up.
      var words = key === 'name' || key === 'words' || key === 'tip' || (key === 'data' && (value.type === 'category' || value.orient));
      copy[key] = words ? value[key] : resolve(value[key], known);
    });
    if (value.renderItem === 'fn:span') { copy.renderItem = span(copy); }
    return copy;
  };

  var draw = function (echarts, args) {
    var box = document.getElementById(args.id);
    if (!box) { return; }
    var old = echarts.getInstanceByDom(box);
    if (old) { old.dispose(); }
    var chart = echarts.init(box, null, { renderer: 'svg' });
    var known = formats(args.language);
    var paint = function () {
      var style = getComputedStyle(box);
      ['ink', 'muted', 'line', 'against', 'for', 'other', 'mark'].forEach(function (tone) {
        known['fn:' + tone] = style.getPropertyValue('--credit-' + tone).trim() || style.color;
      });
      known['fn:chartWidth'] = box.clientWidth;
      // On a phone the words beside lying bars break into more lines: they get more room, and each row more height.
      var narrow = box.clientWidth < 480;
      known['fn:labelWidth'] = Math.round(Math.min(300, box.clientWidth * (narrow ? 0.42 : 0.36)));
      var height = args.height * (narrow && args.option.yAxis.type === 'category' ? 1.4 : 1) + 'px';
      if (box.style.height !== height) { box.style.height = height; chart.resize(); }
      known['fn:labelRoom'] = known['fn:labelWidth'] + 14;
      var option = resolve(args.option, known);
      option.textStyle = { fontFamily: style.fontFamily };
      chart.setOption(option, true);
    };
    paint();
    var width = box.clientWidth;
    var watch = new ResizeObserver(function () {
      if (!box.isConnected) { watch.disconnect(); chart.dispose(); return; }
      if (box.clientWidth && box.clientWidth !== width) { width = box.clientWidth; chart.resize(); paint(); }
    });
    watch.observe(box);
    var dark = window.matchMedia('(prefers-color-scheme: dark)');
    var repaint = function () { if (box.isConnected) { paint(); } else { dark.removeEventListener('change', repaint); } };
    dark.addEventListener('change', repaint);
  };

  window.creditChart = function (args) {
    load(args.library).then(function (echarts) { draw(echarts, args); }).catch(function () {
      // Without the library the table still says everything.
      var box = document.getElementById(args.id);
      if (box) { box.style.display = 'none'; var table = box.nextElementSibling; if (table) { table.open = true; } }
    });
  };
}
