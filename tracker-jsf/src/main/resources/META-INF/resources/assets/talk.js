/* Comments on the task page and beside the board: write, preview, mention, change, take away; which lines of the stream are shown. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all, ask } = g;
  const page = doc.getElementById('content');
  const whole = () => $('.task-main', page);
  const key = () => (whole() || doc.getElementById('beside')).dataset.task;
  const box = () => doc.getElementById('say');

  async function send() {
    const area = box(),
      button = $('[data-say]', page);
    if (!area || !area.value.trim() || button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    const text = area.value;
    const answer = await ask('work:say', { on: key(), body: text }, whole() ? 'task' : undefined);
    if (!answer.failed) g.dropDrafts(area.parentElement);
    button.removeAttribute('aria-busy');
    if (whole()) show();
    else if (!answer.failed) g.soon?.();
    /* a refusal may have replaced the box as well, so the words are put back where they were not said */
    const again = box();
    if (!again) return;
    again.value = answer.failed ? text : '';
    again.focus();
  }

  async function preview(button) {
    const place = doc.getElementById('say-preview'),
      area = box(),
      on = button.getAttribute('aria-pressed') !== 'true';
    if (on) {
      const answer = await ask('work:preview', { key: key(), body: area.value });
      if (answer.failed) return;
      place.innerHTML = answer.html || ''; /* made and cleaned by the server */
    }
    button.setAttribute('aria-pressed', String(on));
    place.hidden = !on;
    area.hidden = on;
    if (!on) area.focus();
  }

  function editor(line, open) {
    $('.editor', line).hidden = !open;
    $('.md', line).hidden = open;
    const area = $('.editor textarea', line);
    if (open) {
      area.style.height = Math.max(72, area.scrollHeight) + 'px';
      area.focus();
    } else {
      area.value = area.defaultValue;
      $('[data-reword]', line).focus();
    }
  }

  async function reword(line) {
    const area = $('.editor textarea', line);
    if (!area.value.trim() || area.value === area.defaultValue) return editor(line, false);
    const { comment, version } = line.dataset;
    const answer = await ask('work:reword', { key: key(), comment, version, body: area.value });
    if (answer.failed) return area.focus();
    await ask('work:renew', { key: key() }, 'task');
    show();
    doc
      .getElementById('comment-' + comment)
      ?.querySelector('[data-reword]')
      ?.focus();
  }

  /* All, comments or changes: remembered on this machine */
  function show() {
    const which = g.keep.get('gerask.stream') || 'all',
      list = doc.getElementById('activity');
    if (!list) return;
    for (const one of ['comments', 'changes']) list.classList.toggle('only-' + one, which === one);
    for (const tab of all('[data-stream]', page))
      tab.setAttribute('aria-pressed', String(tab.dataset.stream === which));
  }

  page.addEventListener('click', async (e) => {
    const on = (q) => e.target.closest(q);
    const line = on('[data-comment]');
    if (on('[data-say]')) send();
    else if (on('[data-preview]')) preview(on('[data-preview]'));
    else if (on('[data-reword]')) editor(line, true);
    else if (on('[data-reword-cancel]')) editor(line, false);
    else if (on('[data-reword-save]')) reword(line);
    else if (line && on('[data-drop]')) {
      const answer = await ask('work:drop', { key: key(), comment: line.dataset.comment }, 'task');
      if (!answer.failed) show();
    } else if (on('[data-stream]')) {
      g.keep.set('gerask.stream', on('[data-stream]').dataset.stream);
      show();
    }
  });
  /* ---- what was deleted: fetched when it is unfolded, and again after one came back ---- */
  async function unfold(button) {
    const open = button.getAttribute('aria-expanded') !== 'true';
    if (open) await ask('work:trash', { key: key(), trash: 1 }, 'hung-trash');
    button.setAttribute('aria-expanded', String(open));
    doc.getElementById('hung-trash').hidden = !open;
  }
  async function bring(command, values) {
    const answer = await ask('work:' + command, { key: key(), trash: 1, ...values }, 'task');
    if (answer.failed) return;
    show();
    $('[data-trash]', page).focus();
  }
  page.addEventListener('click', (e) => {
    const on = (q) => e.target.closest(q);
    if (on('[data-trash]')) unfold(on('[data-trash]'));
    else if (on('[data-bring-comment]')) bring('bringComment', { comment: on('[data-said]').dataset.said });
    else if (on('[data-bring-file]')) bring('bringFile', { file: on('[data-file]').dataset.file });
  });

  page.addEventListener('keydown', (e) => {
    const line = e.target.closest('[data-comment]');
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
      if (e.target.id === 'say') {
        e.preventDefault();
        send();
      } else if (line && e.target.nodeName === 'TEXTAREA') {
        e.preventDefault();
        reword(line);
      }
    }
    if (e.key === 'Escape' && line && e.target.nodeName === 'TEXTAREA' && !menu) {
      e.preventDefault();
      e.stopPropagation();
      editor(line, false);
    }
  });

  /* ---- @: people whose name goes on like what is typed ---- */
  let menu = null;
  const close = () => {
    menu?.list.remove();
    menu?.area.removeAttribute('aria-activedescendant');
    menu = null;
  };
  function people(typed) {
    const names = all('#menu-assignee [data-value]:not([data-value=""]) .cut').map((one) =>
      one.textContent.trim(),
    );
    const words = typed.toLowerCase();
    return names
      .filter((name) =>
        name
          .toLowerCase()
          .split(/\s+/)
          .some((part, i, parts) => parts.slice(i).join(' ').startsWith(words)),
      )
      .slice(0, 6);
  }
  function typed(area) {
    const before = area.value.slice(0, area.selectionStart);
    const found = before.match(/(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}][\p{L}\p{N} .'-]{0,40}|)$/u);
    return found ? found[1] : null;
  }
  function choose(name) {
    const { area, length } = menu;
    const at = area.selectionStart - length;
    area.setRangeText(name + ' ', at, area.selectionStart, 'end');
    close();
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  }
  page.addEventListener('input', (e) => {
    const area = e.target;
    if (area.dataset.mentions === undefined) return;
    close();
    const words = typed(area),
      names = words === null ? [] : people(words);
    if (!names.length) return;
    const list = doc.createElement('ul');
    list.className = 'menu mentions';
    list.setAttribute('role', 'listbox');
    list.append(
      ...names.map((name, i) => {
        const item = doc.createElement('li');
        item.id = 'mention-' + i;
        item.setAttribute('role', 'option');
        item.textContent = name;
        item.addEventListener('pointerdown', (press) => {
          press.preventDefault();
          choose(name);
        });
        return item;
      }),
    );
    area.after(list);
    menu = { area, list, names, at: 0, length: words.length };
    mark();
  });
  function mark() {
    [...menu.list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === menu.at)));
    menu.area.setAttribute('aria-activedescendant', 'mention-' + menu.at);
  }
  page.addEventListener(
    'keydown',
    (e) => {
      if (!menu || e.target !== menu.area) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
      if (step) menu.at = (menu.at + step + menu.names.length) % menu.names.length;
      else if ((e.key === 'Enter' && !e.ctrlKey && !e.metaKey) || e.key === 'Tab')
        choose(menu.names[menu.at]);
      else if (e.key === 'Escape') close();
      else return;
      e.preventDefault();
      e.stopPropagation();
      if (menu) mark();
    },
    true,
  );
  page.addEventListener('focusout', (e) => {
    if (menu && e.target === menu.area) close();
  });
  g.stream = show;
  show();
})();
