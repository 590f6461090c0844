// Charts by Apache ECharts, where it was fetched. Every chart stands beside a table with the same figures.
const ink = { main: '#17497f', soft: '#546173', line: '#d5dce6' };
const drawn = new Map();
let loading;

/** Whether charts can be drawn; loads the library once. */
export function ready() {
  loading ??= new Promise((done) => {
    const script = document.createElement('script');
    script.src = '/pages/assets/echarts.js';
    script.onload = () => done(true);
    script.onerror = () => done(false);
    document.head.append(script);
  });
  return loading;
}

export function trend(target, months, values, unit) {
  draw(target, {
    ...common(unit),
    xAxis: { type: 'category', data: months, axisLabel: { color: ink.soft } },
    yAxis: { type: 'value', minInterval: 1, axisLabel: { color: ink.soft } },
    series: [{ type: 'line', data: values, symbolSize: 7, lineStyle: { width: 3 }, areaStyle: { opacity: 0.12 } }],
  });
}

export function bars(target, names, values, unit) {
  const order = names.map((name, index) => [name, values[index]]).sort((one, other) => one[1] - other[1]);
  draw(target, {
    ...common(unit),
    xAxis: { type: 'value', minInterval: 1, axisLabel: { color: ink.soft, hideOverlap: true } },
    yAxis: { type: 'category', data: order.map((one) => one[0]), axisLabel: { color: ink.soft, interval: 0 } },
    series: [{ type: 'bar', data: order.map((one) => one[1]), barMaxWidth: 22 }],
  });
}

// Tooltips are drawn on the canvas: HTML ones carry inline styles, which the page's policy refuses.
const common = (unit) => ({
  animation: false, color: [ink.main], grid: { left: 12, right: 28, top: 36, bottom: 12, containLabel: true },
  title: { text: `单位：${unit}`, left: 12, top: 8, textStyle: { fontSize: 12, fontWeight: 'normal', color: ink.soft } },
  tooltip: { trigger: 'axis', renderMode: 'richText' },
});

function draw(target, option) {
  drawn.forEach((chart, element) => { if (!element.isConnected) { chart.dispose(); drawn.delete(element); } });
  const chart = globalThis.echarts.init(target);
  chart.setOption(option);
  drawn.set(target, chart);
}

addEventListener('resize', () => drawn.forEach((chart) => chart.resize()));
