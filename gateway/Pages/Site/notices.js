// Public notices (公示): lists on their days, with their lines on demand.
import { ask, asked, busy, byId, count, el, fault, printable, remember, show, table, yuan } from './common.js';
import { PlaceField } from './place.js';

const place = new PlaceField(byId('place'));
const answer = byId('answer');

printable();
byId('ask').addEventListener('submit', (event) => { event.preventDefault(); query(); });

async function start() {
  const wanted = asked();
  try {
    byId('fund').append(...(await ask('funds')).map((fund) => el('option', { value: fund.code }, fund.title)));
    byId('fund').value = wanted.fund || '0';
    await place.choose(wanted.region || '370000');
    await query(wanted);
  } catch (error) {
    show(answer, fault(error));
  }
}

async function query(open = {}) {
  busy(answer);
  try {
    const region = await place.place();
    if (!region) throw new Error('没有找到该地区，请填写名称或 6 位代码，并从列表中选择。');
    const question = { region: region.code, fund: byId('fund').value };
    const services = await ask('notices', question);
    remember({ ...question, service: open.service, list: open.list });
    const today = services.find((service) => service.today)?.today;
    show(answer,
      el('div', { class: 'tools' }, el('h2', {}, `${region.path}：${today ? `${today} ` : ''}公示中的名单`),
        el('button', { type: 'button', class: 'quiet', onclick: () => print() }, '打印')),
      ...services.map((service) => section(service, question)), await hires(question.region));
    if (open.list) document.querySelector(`button[data-list="${CSS.escape(open.list)}"]`)?.click();
  } catch (error) {
    show(answer, fault(error));
  }
}

// Who is to be placed in public-benefit posts (公益性岗位拟聘用人员): no money, and so no list of a service that pays.
async function hires(region) {
  const title = '公益性岗位拟聘用人员';
  const whole = el('section', { 'aria-label': title }, el('h3', {}, title));
  try {
    const page = await ask('hires', { region });
    const rows = (some) => some.flatMap(hire);
    const shown = table({ caption: title, className: 'lists', heads: ['岗位', '地区', '公示期', '名单'], rows: rows(page.rounds) });
    const holder = { next: page.next };
    whole.append(page.rounds.length === 0 && !page.next ? el('p', { class: 'small' }, '没有公示中的名单。') : shown);
    if (page.next) {
      whole.append(more(() => ask('hires', { region, token: holder.next }), (following, button) => {
        shown.querySelector('tbody').append(...rows(following.rounds));
        next(following, button, holder);
      }));
    }
  } catch {
    whole.append(el('p', { class: 'fault' }, '该服务暂时不可用，请稍后重试。'));
  }
  return whole;
}

function hire(round) {
  const names = el('tr', { class: 'lines', hidden: true, id: `names-${round.id}` }, el('td', { colspan: '4' }));
  const button = el('button', { type: 'button', class: 'quiet', 'aria-expanded': 'false', 'aria-controls': names.id, 'aria-label': `名单：${round.posts}` }, '查看');
  button.addEventListener('click', () => toggleNames(round, button, names));
  return [el('tr', {}, el('th', { scope: 'row' }, round.posts), el('td', {}, round.place), el('td', {}, `${round.from} 至 ${round.to}`), el('td', {}, button)), names];
}

async function toggleNames(round, button, names) {
  const open = names.hidden;
  names.hidden = !open;
  button.setAttribute('aria-expanded', String(open));
  button.textContent = open ? '收起' : '查看';
  const cell = names.firstElementChild;
  if (!open || cell.childElementCount > 0) return;
  busy(cell);
  try {
    const path = `hires/${round.id}`;
    const page = await ask(path);
    const rows = (some) => some.map((one) => el('tr', {},
      el('td', {}, one.post), el('td', {}, one.employer), el('td', {}, one.name), el('td', {}, one.number), el('td', { class: 'name' }, one.id)));
    const shown = table({ caption: round.posts, heads: ['岗位', '用人单位', '姓名', '公民身份号码（隐藏部分内容）', '编号'], rows: rows(page.names) });
    const holder = { next: page.next };
    show(cell, shown, page.next ? more(() => ask(path, { token: holder.next }), (following, knob) => {
      shown.querySelector('tbody').append(...rows(following.names));
      next(following, knob, holder);
    }) : null);
  } catch (error) {
    show(cell, fault(error));
  }
}

function section(service, question) {
  const whole = el('section', { 'aria-label': service.title }, el('h3', {}, service.title));
  if (!service.available) whole.append(el('p', { class: 'fault' }, '该服务暂时不可用，请稍后重试。'));
  else if (service.notices.length === 0) whole.append(el('p', { class: 'small' }, '没有公示中的名单。'));
  else whole.append(lists(service, question));
  return whole;
}

function lists(service, question) {
  const body = service.notices.flatMap((notice) => row(service, notice, question));
  const shown = table({ caption: `${service.title}公示名单`, className: 'lists', heads: ['公示', '统筹地区', '资金渠道', '公示期', { title: '笔数', number: true }, { title: '金额（元）', number: true }, '名单'], rows: body });
  return service.next ? el('div', {}, shown, more(() => ask(`notices/${service.service}`, { ...question, token: service.next }), (page, button) => {
    shown.querySelector('tbody').append(...page.notices.flatMap((notice) => row(service, notice, question)));
    return next(page, button, service);
  })) : shown;
}

// The following page has its own mark; the button goes with the last page.
function next(page, button, holder) {
  holder.next = page.next;
  if (!page.next) button.remove();
}

function more(load, take) {
  const button = el('button', { type: 'button', class: 'quiet' }, '更多');
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      take(await load(), button);
    } catch (error) {
      button.after(fault(error));
    }
    button.disabled = false;
  });
  return el('p', {}, button);
}

function row(service, notice, question) {
  const lines = el('tr', { class: 'lines', hidden: true, id: `lines-${notice.id}` }, el('td', { colspan: '7' }));
  const button = el('button', { type: 'button', class: 'quiet', 'aria-expanded': 'false', 'aria-controls': lines.id, 'data-list': notice.id, 'aria-label': `名单：${notice.title}` }, '查看');
  button.addEventListener('click', () => toggle(service, notice, question, button, lines));
  return [el('tr', {},
    el('th', { scope: 'row' }, notice.title), el('td', {}, notice.place), el('td', {}, notice.funds.join('、')),
    el('td', {}, `${notice.from} 至 ${notice.to}`, el('div', { class: 'small' }, `${notice.workingDays} 个工作日，${notice.source}`)),
    el('td', { class: 'number' }, count(notice.count)), el('td', { class: 'number' }, yuan(notice.fen)), el('td', {}, button)), lines];
}

async function toggle(service, notice, question, button, lines) {
  const open = lines.hidden;
  lines.hidden = !open;
  button.setAttribute('aria-expanded', String(open));
  button.textContent = open ? '收起' : '查看';
  remember({ ...question, service: open ? service.service : '', list: open ? notice.id : '' });
  const cell = lines.firstElementChild;
  if (!open || cell.childElementCount > 0) return;
  busy(cell);
  try {
    const path = `notices/${service.service}/${notice.id}`;
    const page = await ask(path);
    let number = 0;
    const rows = (some) => some.map((line) => el('tr', {},
      el('td', { class: 'number' }, String(++number)), el('td', {}, line.name), el('td', {}, line.payee), el('td', { class: 'number' }, yuan(line.fen)), el('td', { class: 'name' }, line.id)));
    const shown = table({ caption: notice.title, heads: [{ title: '序号', number: true }, '姓名或单位', '统一社会信用代码或个人标识（隐藏部分内容）', { title: '金额（元）', number: true }, '编号'], rows: rows(page.lines) });
    const holder = { next: page.next };
    show(cell, shown, page.next ? more(() => ask(path, { token: holder.next }), (following, knob) => {
      shown.querySelector('tbody').append(...rows(following.lines));
      next(following, knob, holder);
    }) : null);
  } catch (error) {
    show(cell, fault(error));
  }
}

await start();
