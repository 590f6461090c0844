// Who looks (登录): the forms that pages of figures share, and what a page shows to whom has not logged in.
import { asked, el, fault } from './common.js';

export class Session {
  /** The forms stand after the page's question, hidden until they are wanted. */
  constructor(question) {
    this.question = question;
    this.login = el('form', { id: 'login', class: 'ask', method: 'post', action: '/pages/session', hidden: true },
      el('p', { class: 'lead' }, '本页数据供有统计权限的机构查看，请以机构客户端登录。'),
      el('input', { type: 'hidden', name: 'page', value: location.pathname }),
      field('client', '客户端编号', { autocomplete: 'username' }),
      field('secret', '密钥', { type: 'password', autocomplete: 'current-password' }),
      el('button', { type: 'submit' }, '登录'));
    this.agency = el('span', { id: 'agency' });
    this.logout = el('form', { id: 'logout', class: 'session', method: 'post', action: '/pages/session/end', hidden: true },
      el('input', { type: 'hidden', name: 'page', value: location.pathname }),
      el('p', {}, this.agency, ' ', el('button', { type: 'submit', class: 'quiet' }, '退出')));
    question.after(this.login, this.logout);
  }

  /** What to show at once after a login that failed; null: go on. */
  failed() {
    if (asked().login !== 'failed') return null;
    this.want(true);
    return fault(new Error('客户端编号或密钥不正确。'));
  }

  /** There is an answer, for this agency; empty where figures are open. */
  answered(agency) {
    this.want(false);
    this.logout.hidden = !agency;
    this.agency.textContent = agency ? `已登录：${agency}` : '';
  }

  /** What to show instead of an answer: nothing but the login where that is what is missing. */
  refused(error) {
    this.want(error.status === 401);
    return error.status === 401 ? null : fault(error);
  }

  want(login) {
    this.login.hidden = !login;
    this.question.hidden = login;
  }
}

const field = (name, title, attributes) => el('div', { class: 'field' },
  el('label', { for: name }, title), el('input', { id: name, name, required: true, ...attributes }));
