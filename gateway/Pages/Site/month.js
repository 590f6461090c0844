// The month at a glance (本月概况): cards, one of them with its twelve months and its parts, money by benefit.
import { ask, asked, busy, byId, count, el, percent, printable, remember, show, table, yuan } from './common.js';
import { bars, ready, trend } from './charts.js';
import { PlaceField } from './place.js';
import { Session } from './session.js';

const place = new PlaceField(byId('place'));
const answer = byId('answer');
const session = new Session(byId('ask'));

printable();
byId('ask').addEventListener('submit', (event) => { event.preventDefault(); query(); });

async function start() {
  const wanted = asked();
  byId('month').value = wanted.month || '';
  const failed = session.failed();
  if (failed) return show(answer, failed);
  if (wanted.division) await place.choose(wanted.division).catch(() => null);
  await query(wanted.card);
}

async function query(card) {
  busy(answer);
  try {
    const division = await place.place();
    const page = await ask('month', { division: division?.code, month: byId('month').value });
    byId('month').value = page.month;
    session.answered(page.agency);
    if (!division) await place.choose(page.division);
    page.drawn = page.charts && await ready();
    draw(page, page.cards.find((one) => one.id === card) ?? page.cards[0]);
  } catch (error) {
    show(answer, session.refused(error));
  }
}

function draw(page, card) {
  remember({ division: page.division, month: page.month, card: card.id });
  document.title = `${page.place} ${page.month} · 本月概况 · 稳业`;
  const link = (one) => `/month?${new URLSearchParams({ division: page.division, month: page.month, card: one.id })}`;
  show(answer,
    el('div', { class: 'tools' }, el('h2', {}, `${page.place} ${page.month}`),
      el('button', { type: 'button', class: 'quiet', onclick: () => print() }, '打印')),
    el('ul', { class: 'cards' }, ...page.cards.map((one) => el('li', {}, el('a', {
      href: link(one), 'aria-current': one === card ? 'true' : null, 'data-card': one.id,
      onclick: (event) => { event.preventDefault(); draw(page, one); document.querySelector(`[data-card="${one.id}"]`).focus(); },
    }, one.title, el('span', { class: 'figure' }, ...figure(one)), el('small', {}, change(one)))))),
    detail(page, card),
    targets(page),
    funds(page),
    benefits(page));
  if (page.drawn) {
    trend(byId('trend'), page.months, card.trend.map(plain(card)), unitOf(card));
    if (card.areas.length > 1) bars(byId('bars'), card.areas.map((area) => area.name), card.areas.map((area) => plain(card)(area.value)), unitOf(card));
  }
}

function detail(page, card) {
  const period = card.reportPeriod ? '报告期：上月21日至本月20日' : '自然月';
  const most = Math.max(...card.areas.map((area) => area.value), 1);
  return el('section', { 'aria-labelledby': 'detail-title' },
    el('h2', { id: 'detail-title' }, card.title), el('p', { class: 'small' }, `${period}；单位：${unitOf(card)}`),
    el('div', { class: 'pair' },
      el('div', {}, page.drawn ? el('div', { class: 'chart', id: 'trend', role: 'img', 'aria-label': `${card.title}近 12 个月走势，数据见下表` }) : null,
        table({ caption: '近 12 个月', heads: ['月份', { title: unitOf(card), number: true }], rows: page.months.map((month, index) => el('tr', {},
          el('th', { scope: 'row' }, month), el('td', { class: 'number' }, written(card, card.trend[index])))).reverse() })),
      el('div', {}, page.drawn && card.areas.length > 1 ? el('div', { class: 'chart', id: 'bars', role: 'img', 'aria-label': `${card.title}各地比较，数据见下表` }) : null,
        card.areas.length > 1 ? el('ul', { class: 'tiles', 'aria-label': '各地' }, ...card.areas.map((area) => el('li', { class: `l${Math.min(4, Math.ceil(area.value * 4 / most))}` }, area.name, el('b', {}, written(card, area.value))))) : null,
        card.areas.length > 0
          ? table({ caption: `各地 ${page.month}`, heads: ['地区', { title: unitOf(card), number: true }], rows: [...card.areas].sort((one, other) => other.value - one.value).map((area) => el('tr', {},
            el('th', { scope: 'row' }, area.name), el('td', { class: 'number' }, written(card, area.value)))) })
          : el('p', { class: 'hint' }, '本月没有数据。'))));
}

function targets(page) {
  const rate = (target) => target.unit === 'Rate';
  const said = (target, value) => (value === null ? '—' : rate(target) ? percent(value) : count(value));
  return el('section', { 'aria-labelledby': 'targets-title' }, el('h2', { id: 'targets-title' }, '年度目标和进度'),
    page.targets.length > 0
      ? table({ caption: `截至 ${page.month} 报告期`, heads: ['指标', { title: '完成', number: true }, { title: '最低目标', number: true }, { title: '中间目标', number: true }, { title: '最高目标', number: true }, '最低目标完成率'], rows: page.targets.map((one) => el('tr', {},
        el('th', { scope: 'row' }, one.title, one.note ? el('div', { class: 'small' }, one.note) : null),
        el('td', { class: 'number' }, said(one, one.achieved)), ...[one.lowest, one.middle, one.highest].map((value) => el('td', { class: 'number' }, said(one, value))),
        el('td', {}, one.progress === null ? (one.reached > 0 ? '已达目标' : '—') : [el('progress', { max: '1', value: one.progress, 'aria-label': `${one.title}完成率` }), ` ${percent(one.progress)}`]))) })
      : el('p', { class: 'small' }, '本地区没有设定年度目标。'));
}

function funds(page) {
  return page.funds.length === 0 ? null : el('section', { 'aria-labelledby': 'funds-title' }, el('h2', { id: 'funds-title' }, '资金拨付（按资金渠道，自然月）'),
    table({ caption: `${page.month} 各资金渠道已拨付`, heads: ['资金渠道', { title: '笔数', number: true }, { title: '金额（元）', number: true }], rows: page.funds.map((one) => el('tr', {},
      el('th', { scope: 'row' }, one.title), el('td', { class: 'number' }, count(one.payments)), el('td', { class: 'number' }, yuan(one.fen)))) }));
}

function benefits(page) {
  return el('section', { 'aria-labelledby': 'benefits-title' }, el('h2', { id: 'benefits-title' }, '资金拨付（按补贴项目，自然月）'),
    page.benefits.length > 0
      ? table({ caption: `${page.month} 银行已拨付`, heads: ['项目', { title: '笔数', number: true }, { title: '金额（元）', number: true }], rows: page.benefits.map((one) => el('tr', {},
        el('th', { scope: 'row' }, one.title), el('td', { class: 'number' }, count(one.payments)), el('td', { class: 'number' }, yuan(one.fen)))) })
      : el('p', { class: 'small' }, '本月没有拨付。'));
}

const isMoney = (card) => card.unit === 'fen';
const unitOf = (card) => (isMoney(card) ? '元' : card.unit);
const written = (card, value) => (isMoney(card) ? yuan(value) : count(value));

// What a chart measures lengths by: whole yuan are near enough there, the table has the fen.
const plain = (card) => (value) => (isMoney(card) ? Math.round(value / 100) : value);

function figure(card) {
  const value = card.trend.at(-1);
  if (!isMoney(card)) return [count(value), el('small', {}, ` ${card.unit}`)];

  // From a million yuan on in ten thousands (万元), rounded half up by whole numbers.
  if (value < 100_000_000) return [yuan(value), el('small', {}, ' 元')];
  const hundredths = Math.floor((value + 5_000) / 10_000);
  return [yuan(hundredths), el('small', {}, ' 万元')];
}

function change(card) {
  const [before, now] = card.trend.slice(-2);
  if (before === now) return '与上月持平';
  const step = Math.abs(now - before);
  return `比上月${now > before ? '增加' : '减少'} ${written(card, step)}`;
}

await start();
