// The policy explorer (政策查询): what is in force at a place on a day, in whose words, and instead of what.
import { ask, asked, busy, byId, el, fault, printable, remember, show, table, valueText } from './common.js';
import { PlaceField } from './place.js';

const place = new PlaceField(byId('place'));
const answer = byId('answer');

printable();
byId('ask').addEventListener('submit', (event) => { event.preventDefault(); query(); });

async function start() {
  const wanted = asked();
  try {
    const services = await ask('programs');
    show(byId('program'), el('option', { value: '' }, '请选择事项'), ...services.map((service) => el('optgroup', { label: service.title },
      el('option', { value: `${service.service}/` }, `${service.title}（全部参数）`),
      ...service.programs.map((program) => el('option', { value: `${service.service}/${program.name}` }, program.title)))));
    if (services.length === 0) throw new Error('政策服务暂时不可用，请稍后重试。');
    await place.choose(wanted.region || '370000');
  } catch (error) {
    show(answer, fault(error));
    return;
  }
  byId('day').value = wanted.day || '';
  if (wanted.service) {
    byId('program').value = `${wanted.service}/${wanted.program || ''}`;
    await query();
  }
}

async function query() {
  const [service, program] = byId('program').value.split('/');
  busy(answer);
  try {
    const region = await place.place();
    if (!region) throw new Error('没有找到该地区，请填写名称或 6 位代码，并从列表中选择。');
    const page = await ask('policy', { service, program, region: region.code, day: byId('day').value });
    byId('day').value = page.day;
    remember({ service, program, region: page.region, day: page.day });
    document.title = `${page.title} · ${page.place} · 政策查询 · 稳业`;
    show(answer, ...written(page));
  } catch (error) {
    show(answer, fault(error));
  }
}

function written(page) {
  const inForce = page.parameters.filter((one) => one.inForce);
  const unset = page.parameters.filter((one) => !one.inForce && one.setByCity);
  const without = page.parameters.filter((one) => !one.inForce && !one.setByCity);
  return [
    el('div', { class: 'tools' },
      el('h2', {}, `${page.title}：${page.place}，${page.day}`),
      el('button', { type: 'button', class: 'quiet', onclick: () => print() }, '打印')),
    el('p', { class: 'small' }, `适用 ${inForce.length} 项，待各市设定 ${unset.length} 项，当日没有有效规定 ${without.length} 项。本页地址可直接转发。`),
    inForce.length > 0
      ? table({ caption: '适用的规定', className: 'parameters', heads: ['参数', '值', '依据和原文', '取代的规定'], rows: inForce.map(rowInForce) })
      : el('p', { class: 'hint' }, '该地区当日没有适用的参数。'),
    unset.length > 0 && el('h3', {}, '由各市确定、尚未设定'),
    unset.length > 0 && el('p', { class: 'hint' }, '文件把下列内容交由各市确定。运营方录入本市文件之前，涉及的决定为“待补正”，平台不代为设定。'),
    unset.length > 0 && table({ caption: '待设定', heads: ['参数', '单位', '由哪一条款交由各市确定'], rows: unset.map((one) => el('tr', {},
      el('th', { scope: 'row' }, one.title, el('span', { class: 'name' }, ` ${one.name}`)), el('td', {}, one.unitLabel || '—'), el('td', { class: 'clause' }, one.authority))) }),
    without.length > 0 && el('details', {}, el('summary', {}, `当日没有有效规定的参数（${without.length} 项）`),
      table({ caption: '当日没有有效规定', heads: ['参数', '出自', '说明'], rows: without.map((one) => el('tr', {},
        el('th', { scope: 'row' }, one.title, el('span', { class: 'name' }, ` ${one.name}`)), el('td', {}, one.authority), el('td', {}, one.explanation))) })),
  ].filter(Boolean);
}

function rowInForce(one) {
  const value = one.inForce;
  return el('tr', { id: one.name },
    el('th', { scope: 'row' }, one.title, el('span', { class: 'name' }, one.name), one.setByCity ? el('span', { class: 'why' }, '本市设定') : null),
    el('td', { class: one.unit === 'terms' ? 'value long' : 'value' }, valueText(value.value, one.unit, one.unitLabel)),
    el('td', {}, ...stated(value)),
    el('td', { class: 'displaced' }, one.displaced.length > 0 ? el('ul', {}, ...one.displaced.map((lost) => el('li', {},
      el('span', { class: 'why' }, lost.byLaterDocument ? '同一地区以后发文件为准' : '本地区规定优先于上级'), ' ',
      el('strong', {}, valueText(lost.value.value, one.unit, one.unitLabel)), ' ', ...stated(lost.value)))) : el('span', { class: 'small' }, '无')));
}

function stated(value) {
  return [
    el('span', { class: 'clause' }, value.clause),
    value.quotation ? el('blockquote', {}, value.quotation) : el('br'),
    el('span', { class: 'small' }, `${value.place}；自 ${value.from} ${value.to ? `至 ${value.to}` : '起'}${value.issued !== value.from ? `（${value.issued} 发文）` : ''}${value.note ? `。${value.note}` : ''}`),
  ];
}

await start();
