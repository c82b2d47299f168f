/* Links on the task page: the other task is found by its key or by words of its title, and picked by arrows or pointer. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all, ask } = g;
  const page = doc.getElementById('content');
  const key = () => $('.task-main', page).dataset.task;
  const input = () => doc.getElementById('link-find'),
    list = () => doc.getElementById('link-found'),
    said = (words) => (doc.getElementById('link-said').textContent = words);

  let found = [],
    at = -1,
    asked = 0,
    waits = 0;
  function close() {
    clearTimeout(waits);
    asked++;
    found = [];
    at = -1;
    if (!input()) return;
    list().hidden = true;
    list().replaceChildren();
    input().setAttribute('aria-expanded', 'false');
    input().removeAttribute('aria-activedescendant');
  }
  function mark(place) {
    at = place;
    [...list().children].forEach((one, i) => {
      one.setAttribute('aria-selected', String(i === at));
      if (i === at) one.scrollIntoView({ block: 'nearest' });
    });
    if (at < 0) input().removeAttribute('aria-activedescendant');
    else input().setAttribute('aria-activedescendant', 'link-found-' + at);
  }
  function item(task, place) {
    const one = doc.createElement('li'),
      name = doc.createElement('span'),
      title = doc.createElement('span'),
      status = doc.createElement('span');
    one.id = 'link-found-' + place;
    one.setAttribute('role', 'option');
    name.className = 'key';
    name.textContent = task.key;
    title.className = 'cut';
    title.textContent = task.title;
    status.className = 'small quiet';
    status.textContent = task.said;
    one.append(name, title, status);
    one.addEventListener('pointerdown', (press) => {
      press.preventDefault();
      add(task.key);
    });
    return one;
  }
  async function look() {
    const text = input().value.trim(),
      turn = ++asked;
    if (text.length < 2) return close();
    const answer = await ask('work:suggest', { key: key(), text });
    if (turn !== asked || answer.failed || !input()) return;
    found = JSON.parse(answer.found);
    const words = $('.link-add', page).dataset;
    if (found.length) list().replaceChildren(...found.map(item));
    else {
      const none = doc.createElement('li');
      none.className = 'quiet';
      none.setAttribute('role', 'option');
      none.setAttribute('aria-disabled', 'true');
      none.textContent = words.none;
      list().replaceChildren(none);
    }
    list().hidden = false;
    input().setAttribute('aria-expanded', 'true');
    said(found.length ? g.fill(words.some, { n: found.length }) : words.none);
    mark(found.length ? 0 : -1);
  }
  async function add(task) {
    const reading = doc.getElementById('link-reading').value,
      text = input().value;
    close();
    input().readOnly = true;
    const answer = await ask('work:link', { key: key(), task, reading }, 'task');
    g.stream();
    const again = input();
    if (!again) return;
    again.readOnly = false;
    doc.getElementById('link-reading').value = reading;
    again.value = answer.failed ? text : '';
    again.focus();
  }
  page.addEventListener('input', (e) => {
    if (e.target.id !== 'link-find') return;
    clearTimeout(waits);
    waits = setTimeout(look, 200);
  });
  page.addEventListener('focusout', (e) => {
    if (e.target.id === 'link-find') close();
  });
  page.addEventListener('keydown', (e) => {
    if (e.target.id !== 'link-find' || e.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key],
      text = e.target.value.trim();
    if (step && found.length) mark((at + step + found.length) % found.length);
    else if (step) look();
    else if (e.key === 'Enter' && text && !e.target.readOnly) add(found[at]?.key || text);
    else if (e.key === 'Escape' && (text || !list().hidden)) {
      if (list().hidden) e.target.value = '';
      close();
    } else return;
    e.preventDefault();
    e.stopPropagation();
  });
  page.addEventListener('click', async (e) => {
    const button = e.target.closest('[data-unlink]');
    if (!button) return;
    const place = all('[data-unlink]', page).indexOf(button);
    button.disabled = true;
    await ask('work:unlink', { key: key(), link: button.closest('[data-link]').dataset.link }, 'task');
    g.stream();
    const rest = all('[data-unlink]', page);
    (rest[Math.min(place, rest.length - 1)] || input())?.focus();
  });
})();
