/* The search box of every page, and how an input with a list of choices below it behaves. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all, ask } = g;

  /* An input whose choices stand in a box: arrows walk them, Enter takes the chosen one, Escape closes. take gets the choice, or null for Enter without one; it answers whether that was all. */
  function combo(input, box, take) {
    const list = $('[role=listbox]', box);
    let at = -1;
    const options = () => all('[role=option]', list);
    const mark = (to) => {
      const every = options();
      at = every.length ? (to + every.length + 1) % (every.length + 1) : -1;
      if (at === every.length) at = -1;
      every.forEach((one, place) => one.setAttribute('aria-selected', String(place === at)));
      if (at < 0) input.removeAttribute('aria-activedescendant');
      else {
        input.setAttribute('aria-activedescendant', every[at].id);
        every[at].scrollIntoView({ block: 'nearest' });
      }
    };
    const show = (rows) => {
      list.replaceChildren(...rows);
      rows.forEach((row, place) => {
        row.id = list.id + '-' + place;
        row.setAttribute('role', 'option');
      });
      box.hidden = false;
      input.setAttribute('aria-expanded', String(rows.length > 0));
      mark(-1);
    };
    const close = () => {
      box.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      mark(-1);
    };
    input.addEventListener('keydown', (e) => {
      if (e.isComposing) return;
      if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
        if (box.hidden || !options().length) return;
        e.preventDefault();
        mark(e.key === 'ArrowDown' ? at + 1 : at < 0 ? options().length - 1 : at - 1);
      } else if (e.key === 'Enter' || (e.key === 'Tab' && at >= 0 && !e.shiftKey)) {
        if (take(at < 0 ? null : options()[at], e)) e.preventDefault();
      } else if (e.key === 'Escape' && !box.hidden) {
        e.preventDefault();
        e.stopPropagation();
        close();
      }
    });
    box.addEventListener('mousedown', (e) => {
      /* the focus stays in the input */
      if (!e.button) e.preventDefault();
    });
    box.addEventListener('click', (e) => {
      const one = e.target.closest('[role=option]');
      if (one && !e.ctrlKey && !e.metaKey && take(one, e)) e.preventDefault();
    });
    input.addEventListener('blur', close);
    return { show, close, first: () => mark(0) };
  }
  g.combo = combo;

  /* tasks with a title like the one that is typed for a new one */
  const title = doc.getElementById('nt-title'),
    alike = doc.getElementById('nt-alike');
  if (title && alike) {
    let wait = 0,
      round = 0;
    const none = () => {
      round++;
      alike.hidden = true;
    };
    const compare = async () => {
      const text = title.value.trim(),
        mine = ++round;
      if (text.length < 4) {
        none();
        return;
      }
      const answer = await ask('fi:similar', { title: text });
      if (mine !== round || answer.failed) return;
      const found = JSON.parse(answer.found);
      $('ul', alike).replaceChildren(
        ...found.map((one) => {
          const link = doc.createElement('a');
          link.href = alike.dataset.task + one.key;
          link.target = '_blank';
          link.append(
            Object.assign(doc.createElement('span'), { className: 'key', textContent: one.key }),
            Object.assign(doc.createElement('span'), { className: 'cut', textContent: one.title }),
          );
          if (one.closed)
            link.append(
              Object.assign(doc.createElement('span'), {
                className: 'small quiet',
                textContent: alike.dataset.closed,
              }),
            );
          const row = doc.createElement('li');
          row.append(link);
          return row;
        }),
      );
      alike.hidden = !found.length;
    };
    title.addEventListener('input', () => {
      clearTimeout(wait);
      wait = setTimeout(compare, 350);
    });
    title.closest('dialog').addEventListener('close', () => {
      clearTimeout(wait);
      none();
    });
    /* the next one begins with an empty title */
    doc.getElementById('nt-create').addEventListener('click', none);
    title.addEventListener('keydown', (e) => {
      if (e.key === 'Enter') {
        clearTimeout(wait);
        none();
      }
    });
  }

  const input = doc.getElementById('find'),
    box = doc.getElementById('find-box');
  if (!input || !box) return;
  const words = box.dataset,
    said = doc.getElementById('find-said'),
    count = doc.getElementById('find-count');
  let turn = 0,
    timer = 0,
    shownFor = '';
  const choices = combo(input, box, (one) => {
    const key = one || (shownFor === input.value && $('[data-where=key]', box));
    if (!key) return !input.value.trim();
    location.assign(key.href);
    return true;
  });
  /* hits stand between two signs that no text has; words stay text */
  function marked(into, text) {
    for (const part of text.split('\u0002')) {
      const [hit, rest] = part.includes('\u0003') ? part.split('\u0003') : ['', part];
      if (hit) into.append(Object.assign(doc.createElement('mark'), { textContent: hit }));
      into.append(rest);
    }
    return into;
  }
  const part = (name, text) => marked(Object.assign(doc.createElement('span'), { className: name }), text);
  function row(one) {
    const link = doc.createElement('a');
    link.href = words.task + one.key;
    link.tabIndex = -1;
    link.dataset.where = one.where;
    link.append(part('key', one.key), part('title', one.where === 'title' ? one.snippet : one.title));
    if (words[one.where]) link.append(part('where', words[one.where]), part('snippet', one.snippet));
    return link;
  }
  function allRow(text) {
    const link = doc.createElement('a');
    link.href = words.list + encodeURIComponent(text);
    link.tabIndex = -1;
    link.className = 'all';
    link.textContent = words.all;
    return link;
  }
  async function look() {
    const text = input.value.trim(),
      mine = ++turn;
    if (!text) {
      choices.close();
      return;
    }
    const answer = await ask('fi:find', { text });
    if (mine !== turn || doc.activeElement !== input) return;
    const found = answer.failed ? [] : JSON.parse(answer.found);
    shownFor = input.value;
    choices.show([...found.map(row), allRow(text)]);
    said.textContent = answer.failed ? words.failed : found.length ? '' : words.none;
    said.hidden = !said.textContent;
    count.textContent = said.textContent || g.fill(words.count, { n: found.length });
  }
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, 200);
  };
  input.addEventListener('input', soon);
  input.addEventListener('focus', () => {
    if (input.value.trim()) soon();
  });
  /* on a phone the box comes out of its sign */
  const top = input.closest('.top');
  doc.addEventListener('click', (e) => {
    if (!e.target.closest('[data-find]')) return;
    e.preventDefault();
    top.classList.add('finding');
    input.focus();
  });
  input.addEventListener('blur', () => {
    if (!input.value) top.classList.remove('finding');
  });
})();
