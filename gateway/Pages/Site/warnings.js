// Early warnings (失业预警): the gravest first, each with why it fired and what was done, on demand.
import { ask, asked, busy, byId, count, el, fault, percent, printable, remember, show, table } from './common.js';
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
  byId('current').value = wanted.current === 'false' ? 'false' : 'true';
  const failed = session.failed();
  if (failed) return show(answer, failed);
  if (wanted.division) await place.choose(wanted.division).catch(() => null);
  await query(wanted.warning);
}

async function query(open) {
  busy(answer);
  try {
    const division = await place.place();
    const question = { division: division?.code, month: byId('month').value, current: byId('current').value };
    const page = await ask('warnings', question);
    session.answered(page.agency);
    if (!division) await place.choose(page.division);
    question.division = page.division;
    remember(question);
    document.title = `${page.place} · 失业预警 · 稳业`;
    show(answer,
      el('div', { class: 'tools' }, el('h2', {}, `${page.place}${question.month ? ` ${question.month}` : ''}`),
        el('button', { type: 'button', class: 'quiet', onclick: () => print() }, '打印')),
      page.warnings.length > 0 ? list(page, question) : el('p', { class: 'small' }, '没有预警。'));
    if (open) document.querySelector(`button[data-warning="${CSS.escape(open)}"]`)?.click();
  } catch (error) {
    show(answer, session.refused(error));
  }
}

function list(page, question) {
  const rows = (some) => some.flatMap((warning) => row(warning, question));
  const shown = table({ caption: '预警', className: 'lists', heads: ['等级', '预警', '地区', '报告期', { title: '现值', number: true }, { title: '基数', number: true }, { title: '变化', number: true }, { title: '阈值', number: true }, '状态', '详情'], rows: rows(page.warnings) });
  if (!page.next) return shown;
  const button = el('button', { type: 'button', class: 'quiet' }, '更多');
  let next = page.next;
  button.addEventListener('click', async () => {
    const following = await ask('warnings', { ...question, token: next });
    shown.querySelector('tbody').append(...rows(following.warnings));
    next = following.next;
    if (!next) button.remove();
  });
  return el('div', {}, shown, el('p', {}, button));
}

function row(warning, question) {
  const lines = el('tr', { class: 'lines', hidden: true, id: `lines-${warning.id}` }, el('td', { colspan: '10' }));
  const button = el('button', { type: 'button', class: 'quiet', 'aria-expanded': 'false', 'aria-controls': lines.id, 'data-warning': warning.id, 'aria-label': `详情：${warning.title}` }, '查看');
  button.addEventListener('click', () => toggle(warning, question, button, lines));
  return [el('tr', {},
    el('td', {}, el('span', { class: `level level-${Math.min(warning.level, 4)}` }, warning.level > 0 ? `${warning.level}级` : '已回落')),
    el('th', { scope: 'row' }, warning.title), el('td', {}, warning.place), el('td', {}, warning.period),
    ...[warning.value, warning.base].map((value) => el('td', { class: 'number' }, value)),
    ...[warning.change, warning.threshold].map((value) => el('td', { class: 'number' }, value && percent(value))),
    el('td', {}, warning.state, el('div', { class: 'small' }, `${warning.since} 起`)), el('td', {}, button)), lines];
}

async function toggle(warning, question, button, lines) {
  const open = lines.hidden;
  lines.hidden = !open;
  button.setAttribute('aria-expanded', String(open));
  button.textContent = open ? '收起' : '查看';
  remember({ ...question, warning: open ? warning.id : '' });
  const cell = lines.firstElementChild;
  if (!open || cell.childElementCount > 0) return;
  busy(cell);
  try {
    show(cell, ...why(await ask(`warnings/${warning.id}`)));
  } catch (error) {
    show(cell, fault(error));
  }
}

function why(page) {
  return [
    el('p', {}, el('b', {}, '响应措施：'), page.response || '运营单位尚未设定。'),
    table({ caption: '认定依据', heads: ['条款', '结论', '依据的事实', { title: '数值', number: true }, { title: '标准', number: true }], rows: page.findings.map((one) => el('tr', {},
      el('th', { scope: 'row' }, one.clause), el('td', {}, one.answer), el('td', {}, one.fact), el('td', { class: 'number' }, one.value), el('td', { class: 'number' }, one.threshold))) }),
    page.drivers.length > 0
      ? table({ caption: '变化的构成', heads: ['部分', { title: '现值', number: true }, { title: '基数', number: true }, { title: '变化', number: true }], rows: page.drivers.map((one) => el('tr', {},
        el('th', { scope: 'row' }, one.name), ...[one.value, one.base, one.change].map((value) => el('td', { class: 'number' }, count(value))))) })
      : null,
    table({ caption: '办理过程', heads: ['时间', '状态', '机构', '说明'], rows: page.steps.map((one) => el('tr', {},
      el('td', {}, one.at), el('td', {}, one.state), el('td', {}, one.agency), el('td', {}, one.note))) }),
  ];
}

await start();
