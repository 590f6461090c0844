// The first page: how the services are.
import { ask, byId, el, fault, show } from './common.js';

const list = byId('state');
try {
  const state = await ask('state');
  byId('today').textContent = `系统日期 ${state.today}`;
  show(list, ...state.services.map((service) => el('li', {}, service.title,
    el('span', { class: service.healthy ? 'good' : 'bad' }, service.healthy ? '● 正常' : '▲ 不可用'))));
} catch (error) {
  show(list, el('li', {}, fault(error)));
}
