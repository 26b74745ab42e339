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
    var share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
    var small = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
    var rough = new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 });
    var whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
    var logistic = function (logOdds) { return 1 / (1 + Math.exp(-logOdds)); };
    // A true minus, as in all that is written beside the chart; an axis's rounding error is no number.
    var write = function (format, v) { return format.format(Math.abs(v) < 1e-12 ? 0 : v).replace('-', '\u2212').replace(/\s%/, '\u202f%'); };
    return {
      'fn:number': function (v) { return write(number, v); },
      'fn:percent': function (v) { return write(Math.abs(v) < 0.01 ? small : share, v); },
      'fn:probability': function (v) { return write(rough, logistic(v)); },
      // 600 at odds of 50 to 1, 20 to double them: an even scale, as log-odds are.
      'fn:points': function (v) { return write(whole, 600 - 20 / Math.log(2) * (v + Math.log(50))); },
      'fn:logOddsAndProbability': function (v) { return write(number, v) + '\n' + write(rough, logistic(v)); },
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
      var height = Math.min(20, band * 0.6);
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
        style: { text: item.words, x: outside ? left - gap : right + gap, y: from[1], align: outside ? 'right' : 'left', verticalAlign: 'middle', fill: item.ink, backgroundColor: item.ground, padding: [1, 2], font: (item.total ? '600 ' : '') + '12px system-ui, sans-serif' }
      }];
      if (params.dataIndex < series.data.length - 1) {
        children.push({ type: 'line', shape: { x1: to[0], y1: to[1] + (item.total ? 8 : height / 2), x2: to[0], y2: to[1] + band - height / 2 }, style: { stroke: item.thread, lineWidth: 1 } });
      }
      return { type: 'group', children: children };
    };
  };

  // A lying bar from one value to another, with the range of its end over the folds where that is asked for.
  var bar = function (series) {
    return function (params, api) {
      var item = series.data[params.dataIndex];
      var row = item.value[2];
      var from = api.coord([item.value[0], row]);
      var to = api.coord([item.value[1], row]);
      var height = Math.min(30, api.size([0, 1])[1]) * series.thickness;
      var children = [{
        type: 'rect',
        shape: { x: Math.min(from[0], to[0]), y: from[1] - height / 2, width: Math.max(2, Math.abs(to[0] - from[0])), height: height, r: 2 },
        style: { fill: item.tone }
      }];
      if (item.range) {
        var low = api.coord([item.value[3], row]);
        var high = api.coord([item.value[4], row]);
        [[low[0], low[1], high[0], high[1]], [low[0], low[1] - 4, low[0], low[1] + 4], [high[0], high[1] - 4, high[0], high[1] + 4]].forEach(function (p) {
          children.push({ type: 'line', shape: { x1: p[0], y1: p[1], x2: p[2], y2: p[3] }, style: { stroke: item.thread, lineWidth: 1.5 } });
        });
      }
      if (item.words) {
        var right = to[0] >= from[0];
        children.push({ type: 'text', style: { text: item.words, x: to[0] + (right ? 5 : -5), y: to[1], align: right ? 'left' : 'right', verticalAlign: 'middle', fill: item.ink, font: '12px system-ui, sans-serif' } });
      }
      return { type: 'group', children: children };
    };
  };

  // Upright bars beside each other, their common words above the highest.
  var columns = function (series) {
    var highest = series.data.reduce(function (best, item, i) { return item.value[1] > series.data[best].value[1] ? i : best; }, 0);
    return function (params, api) {
      var item = series.data[params.dataIndex];
      var foot = api.coord([item.value[0], 0]);
      var head = api.coord(item.value);
      var width = api.size([series.thickness, 0])[0] * 0.86;
      var children = [{
        type: 'rect',
        shape: { x: foot[0] - width / 2, y: head[1], width: width, height: Math.max(1, foot[1] - head[1]) },
        style: { fill: item.tone }
      }];
      if (params.dataIndex === highest) {
        children.push({ type: 'text', style: { text: series.words, x: params.coordSys.x + params.coordSys.width, y: head[1] - 6, align: 'right', verticalAlign: 'bottom', fill: series.ink, font: '12px system-ui, sans-serif' } });
      }
      return { type: 'group', children: children };
    };
  };

  // A mark with a whisker to both sides, upright or lying.
  var whisker = function (series) {
    return function (params, api) {
      var item = series.data[params.dataIndex];
      var v = item.value;
      var at = function (value) { return series.lying ? api.coord([value, v[0]]) : api.coord([v[0], value]); };
      var middle = at(v[1]);
      var low = at(v[2]);
      var high = at(v[3]);
      var children = [
        { type: 'line', shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] }, style: { stroke: item.tone, lineWidth: 2, opacity: 0.55 } },
        { type: 'circle', shape: { cx: middle[0], cy: middle[1], r: 5 }, style: { fill: item.tone } }
      ];
      if (item.ring) { children.push({ type: 'circle', shape: { cx: middle[0], cy: middle[1], r: 9 }, style: { fill: 'none', stroke: item.ring, lineWidth: 2.5 } }); }
      return { type: 'group', children: children };
    };
  };

  var cell = function (series) {
    return function (params, api) {
      var item = series.data[params.dataIndex];
      var middle = api.coord(item.value);
      var size = api.size([1, 1]);
      return {
        type: 'rect',
        shape: { x: middle[0] - size[0] / 2, y: middle[1] - size[1] / 2, width: size[0] + 0.4, height: size[1] + 0.4 },
        style: { fill: item.tone, opacity: 0.06 + 0.84 * item.dark }
      };
    };
  };

  // Where a value lies within its bin: the axes count bins.
  var within = function (item, api) {
    var middle = api.coord([item.value[0], item.value[1]]);
    var size = api.size([1, 1]);
    return [middle[0] + item.value[2] * size[0], middle[1] - item.value[3] * size[1]];
  };

  var dot = function (series) {
    return function (params, api) {
      var item = series.data[params.dataIndex];
      var p = within(item, api);
      return series.shape === 'circle'
        ? { type: 'circle', shape: { cx: p[0], cy: p[1], r: 2.6 }, style: { fill: item.tone, opacity: 0.75 } }
        : { type: 'polygon', shape: { points: [[p[0] - 3.4, p[1] + 2.8], [p[0] + 3.4, p[1] + 2.8], [p[0], p[1] - 3.6]] }, style: { fill: item.tone, opacity: 0.8 } };
    };
  };

  var target = function (series) {
    return function (params, api) {
      var item = series.data[params.dataIndex];
      var p = within(item, api);
      var area = params.coordSys;
      var children = [];
      [[item.halo, 5], [item.tone, 2]].forEach(function (stroke) {
        var style = { stroke: stroke[0], lineWidth: stroke[1], fill: 'none' };
        children.push({ type: 'line', shape: { x1: area.x, y1: p[1], x2: p[0] - 9, y2: p[1] }, style: { stroke: stroke[0], lineWidth: stroke[1] / 2 } });
        children.push({ type: 'line', shape: { x1: p[0], y1: p[1] + 9, x2: p[0], y2: area.y + area.height }, style: { stroke: stroke[0], lineWidth: stroke[1] / 2 } });
        children.push({ type: 'circle', shape: { cx: p[0], cy: p[1], r: 9 }, style: style });
      });
      children.push({ type: 'circle', shape: { cx: p[0], cy: p[1], r: 3.5 }, style: { fill: item.tone } });
      return { type: 'group', children: children };
    };
  };

  var renderers = { 'fn:span': span, 'fn:bar': bar, 'fn:columns': columns, 'fn:whisker': whisker, 'fn:cell': cell, 'fn:dot': dot, 'fn:target': target };

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
    if (renderers.hasOwnProperty(value.renderItem)) { copy.renderItem = renderers[value.renderItem](copy); }
    return copy;
  };

  var ruler = document.createElement('canvas').getContext('2d');
  var lengthOf = function (text, family) {
    ruler.font = '12px ' + family;
    return ruler.measureText(text).width;
  };

  /* The words of lying bars: beside them, as wide as they need; on a phone above them, so that the bars keep the whole width. */
  var NARROW = 480;
  var lay = function (args, width, family) {
    var axis = args.option.yAxis;
    var rows = axis.inverse ? axis.data : null;
    // A chart that is higher than wide is hard to read.
    if (!rows) { return { height: width < NARROW ? Math.min(args.height, Math.round(width * 1.1)) : args.height, labels: 0 }; }
    var longest = rows.reduce(function (most, text) { return Math.max(most, lengthOf(text, family)); }, 0);
    if (width >= NARROW) { return { height: args.height, labels: Math.ceil(Math.min(longest + 4, 300, width * 0.36)) }; }
    var lines = Math.ceil((longest + 4) / (width - 8));
    var grid = args.option.grid;
    var row = 30 + 14 * lines;
    // The first row's words reach above the plot, where those of a limit stand.
    var reach = 14 + 14 * lines - row / 2;
    return { height: grid.top + reach + grid.bottom + rows.length * row, labels: width - 8, above: reach };
  };

  var putLabelsAbove = function (option, reach, ground) {
    option.grid.top += reach;
    // Room at both sides for half a number of the axis; the words begin at the edge all the same.
    option.grid.left = option.grid.right = 20;
    Object.assign(option.yAxis.axisLabel, { inside: true, margin: -20, align: 'left', verticalAlign: 'bottom', padding: [0, 0, 12, 0] });
    // Where a limit's line crosses words, it is the words that are read.
    option.yAxis.z = 3;
    Object.assign(option.yAxis.axisLabel, { textBorderColor: ground, textBorderWidth: 3 });
    option.series.forEach(function (series) {
      if (series.type === 'bar') { series.barCategoryGap = '50%'; }
      if (series.markLine) { series.markLine.label.distance = 5 + reach; }
    });
    return option;
  };

  // The arrows walk through what a mouse could point at; each word is said as it is shown.
  var walk = function (box, chart, option) {
    var stops = [];
    (option.series || []).forEach(function (series, i) {
      (series.data || []).forEach(function (item, j) { if (item && item.tip) { stops.push([i, j, item.tip]); } });
    });
    if (!stops.length) { return; }
    var said = document.createElement('p');
    said.className = 'credit-said';
    said.setAttribute('aria-live', 'polite');
    box.parentNode.insertBefore(said, box.nextSibling);
    var at = -1;
    box.addEventListener('keydown', function (event) {
      var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) { return; }
      event.preventDefault();
      at = (at + step + stops.length) % stops.length;
      chart.dispatchAction({ type: 'showTip', seriesIndex: stops[at][0], dataIndex: stops[at][1] });
      said.textContent = stops[at][2];
    });
    box.addEventListener('blur', function () { chart.dispatchAction({ type: 'hideTip' }); said.textContent = ''; });
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
      ['ink', 'muted', 'line', 'against', 'for', 'other', 'third', 'quiet', 'mark', 'ground'].forEach(function (tone) {
        known['fn:' + tone] = style.getPropertyValue('--credit-' + tone).trim() || style.color;
      });
      var layout = lay(args, box.clientWidth, style.fontFamily);
      known['fn:labelWidth'] = layout.labels;
      known['fn:labelRoom'] = layout.labels + 14;
      if (box.style.height !== layout.height + 'px') { box.style.height = layout.height + 'px'; chart.resize(); }
      var option = resolve(args.option, known);
      if (layout.above) { putLabelsAbove(option, layout.above, known['fn:ground']); }
      // The first number of the one axis stays clear of the first of the other.
      if (!option.yAxis.inverse) { option.xAxis.axisLabel.margin = 14; }
      option.textStyle = { fontFamily: style.fontFamily };
      chart.setOption(option, true);
    };
    paint();
    walk(box, chart, args.option);
    var width = box.clientWidth;
    var watch = new ResizeObserver(function () {
      if (!box.isConnected) { watch.disconnect(); chart.dispose(); return; }
      if (box.clientWidth && box.clientWidth !== width) { width = box.clientWidth; chart.resize(); paint(); }
    });
    watch.observe(box);
    var dark = window.matchMedia('(prefers-color-scheme: dark)');
    var repaint = function () {
      if (box.isConnected) { paint(); return; }
      dark.removeEventListener('change', repaint);
      document.removeEventListener('credit-theme', repaint);
    };
    dark.addEventListener('change', repaint);
    // Sent by a page that is about to be printed or kept.
    document.addEventListener('credit-theme', repaint);
  };

  window.creditChart = function (args) {
    load(args.library).then(function (echarts) { draw(echarts, args); }).catch(function () {
      // Without the library the table still says everything.
      var box = document.getElementById(args.id);
      var figure = box && box.closest('.credit-figure');
      if (figure) { figure.style.display = 'none'; figure.nextElementSibling.open = true; }
    });
  };
}
