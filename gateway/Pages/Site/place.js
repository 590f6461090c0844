// A field in which one chooses a division by name or code (行政区划选择), after the ARIA combobox pattern.
import { ask, el } from './common.js';

export class PlaceField {
  #input;
  #list;
  #found = [];
  #at = -1;
  #turn = 0;
  #chosen = null;

  constructor(input) {
    this.#input = input;
    this.#list = document.getElementById(input.getAttribute('aria-controls'));
    input.addEventListener('input', () => { this.#chosen = null; this.#find(); });
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.#close());
    // The list must not take the focus from the field before the click arrives.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** Chooses by code, as an address names it. */
  async choose(code) {
    const [place] = (await ask('places', { q: code })).filter((found) => found.code === code);
    if (place) this.#take(place);
  }

  /** What is chosen; what was only typed is looked up, and its first find taken. Null when there is none. */
  async place() {
    if (!this.#chosen && this.#input.value.trim()) {
      const [first] = await ask('places', { q: this.#input.value.trim() });
      if (first) this.#take(first);
    }
    return this.#chosen;
  }

  async #find() {
    const turn = ++this.#turn;
    const text = this.#input.value.trim();
    if (!text) { this.#close(); return; }
    const found = await ask('places', { q: text }).catch(() => []);
    if (turn !== this.#turn || document.activeElement !== this.#input) return;
    this.#found = found;
    this.#at = -1;
    this.#list.replaceChildren(...found.map((place, index) => el('li', {
      role: 'option', id: `${this.#list.id}-${index}`, 'aria-selected': 'false', onclick: () => this.#take(place),
    }, place.path, el('span', { class: 'name' }, place.code))));
    this.#open(found.length > 0);
  }

  #key(event) {
    const open = !this.#list.hidden;
    if (event.key === 'ArrowDown' && !open) this.#find();
    else if (event.key === 'ArrowDown' && open) this.#move(1);
    else if (event.key === 'ArrowUp' && open) this.#move(-1);
    else if (event.key === 'Enter' && open && this.#at >= 0) this.#take(this.#found[this.#at]);
    else if (event.key === 'Escape' && open) this.#close();
    else return;
    event.preventDefault();
  }

  #move(step) {
    this.#at = (this.#at + step + this.#found.length) % this.#found.length;
    [...this.#list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === this.#at)));
    this.#list.children[this.#at].scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', `${this.#list.id}-${this.#at}`);
  }

  #take(place) {
    this.#chosen = place;
    this.#input.value = `${place.path}（${place.code}）`;
    this.#close();
  }

  #open(isOpen) {
    this.#list.hidden = !isOpen;
    this.#input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) this.#input.removeAttribute('aria-activedescendant');
  }

  #close() { this.#turn++; this.#open(false); }
}
