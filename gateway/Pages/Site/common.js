// What all pages use: asking the gateway, building elements, writing values, choosing a place.

/** Asks the gateway; an answer that is none throws with the sentence to show and the status. */
export async function ask(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '' && value != null));
  let response;
  try {
    response = await fetch(`/pages/api/${path}?${query}`, { headers: { accept: 'application/json' } });
  } catch {
    throw Object.assign(new Error('网络不通，请稍后重试。'), { status: 0 });
  }
  if (response.ok) return response.json();
  const body = await response.json().catch(() => ({}));
  throw Object.assign(new Error(body.message || '该服务暂时不可用，请稍后重试。'), { status: response.status });
}

/** An element: el('td', { class: 'number' }, '1', otherElement). Text is never read as HTML. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== ''));
  return element;
}

export const byId = (id) => document.getElementById(id);

export function show(target, ...children) {
  target.removeAttribute('aria-busy');
  target.replaceChildren(...children.filter((child) => child != null));
}

export function busy(target) {
  target.setAttribute('aria-busy', 'true');
  target.replaceChildren(el('p', { class: 'busy' }, '正在查询…'));
}

export const fault = (error) => el('p', { class: 'fault', role: 'alert' }, error.message);

/** A table with its heading cells; rows are arrays of cells or elements. */
export function table({ caption, heads, rows, className = '' }) {
  return el('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': caption },
    el('table', { class: className },
      el('caption', {}, caption),
      el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col', class: head.number ? 'number' : null }, head.title ?? head)))),
      el('tbody', {}, ...rows)));
}

export const count = (value) => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** Fen as yuan with two decimals, by whole numbers only. */
export function yuan(fen) {
  const rest = Math.abs(fen) % 100;
  const whole = (Math.abs(fen) - rest) / 100;
  return `${fen < 0 ? '-' : ''}${count(whole)}.${String(rest).padStart(2, '0')}`;
}

/** A parameter's value as an officer reads it. */
export function valueText(value, unit, label) {
  if (unit === 'rule') return value === 'true' ? '有此规定' : '无此规定';
  if (unit === 'rate') return percent(value);
  if (unit === 'yuan') return `${grouped(value.replace(/\.00$/, ''))}${label}`;
  return unit === 'terms' ? value : `${grouped(value)}${label}`;
}

// Group the whole part only; dates and texts stay as they are.
const grouped = (value) => (/^\d+(\.\d+)?$/.test(value) ? value.replace(/^\d+/, count) : value);

/** 0.055 → 5.5%: the point moves two places in the text, nothing is computed. */
export function percent(value) {
  if (value.startsWith('-')) return `-${percent(value.slice(1))}`;
  const [whole, part = ''] = value.split('.');
  const digits = part.padEnd(2, '0');
  const left = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const right = digits.slice(2).replace(/0+$/, '');
  return `${left}${right ? `.${right}` : ''}%`;
}

/** The address of what is shown, so that it can be passed on. */
export function remember(parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '' && value != null));
  history.replaceState(null, '', `${location.pathname}?${query}`);
}

export const asked = () => Object.fromEntries(new URLSearchParams(location.search));

/** Everything folded is printed open, and with where and when it was printed. */
export function printable() {
  const closed = [];
  addEventListener('beforeprint', () => {
    document.querySelectorAll('details:not([open])').forEach((details) => { details.open = true; closed.push(details); });
    document.querySelector('main > .printed')?.remove();
    byId('main').append(el('p', { class: 'printed' }, `来源：${location.href}`));
  });
  addEventListener('afterprint', () => { closed.splice(0).forEach((details) => { details.open = false; }); });
}
