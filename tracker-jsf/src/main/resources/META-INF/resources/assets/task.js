/* The task page: each field changes in place. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all, ask } = g;
  /* the body of the task is replaced whole after each change, so whoever listens stands around it */
  const page = doc.getElementById('content');
  const main = () => $('.task-main', page),
    title = () => doc.getElementById('task-title');
  const grow = (area) => {
    if (!area || CSS.supports('field-sizing', 'content')) return;
    area.style.height = 'auto';
    area.style.height = area.scrollHeight + 'px';
  };
  async function save(field, value, was, version) {
    const focus = doc.activeElement && doc.activeElement.id;
    const answer = await ask(
      'work:edit',
      {
        key: main().dataset.task,
        field,
        value,
        was: was ?? '',
        version: version || main().dataset.version,
      },
      'task',
    );
    ready();
    if (focus && focus !== 'description-text') doc.getElementById(focus)?.focus({ preventScroll: true });
    const clash = doc.getElementById('clash');
    if (clash) clash.scrollIntoView({ block: 'nearest' });
    return answer;
  }
  function ready() {
    g.stream();
    g.drafts();
    grow(title());
    order(g.keep.get('gerask.oldest') === '1');
    const now = main();
    if (now && !location.pathname.endsWith('/' + now.dataset.task))
      history.replaceState(null, '', g.base + '/task/' + now.dataset.task);
  }
  function order(oldest) {
    const list = doc.getElementById('activity'),
      button = $('[data-order]', page);
    if (!list || !button) return;
    button.setAttribute('aria-pressed', String(oldest));
    list.classList.toggle('oldest', oldest);
  }
  page.addEventListener('pick', (e) =>
    save(e.detail.field, e.detail.value, e.target.dataset.was ?? was(e.detail.field)),
  );
  const was = (field) =>
    field === 'tags'
      ? all('#prop-tags .chip', page)
          .map((chip) => chip.textContent)
          .join('\n')
      : '';
  page.addEventListener('click', async (e) => {
    const on = (q) => e.target.closest(q);
    let one;
    if ((one = on('[data-set-field]'))) {
      one.setAttribute('aria-busy', 'true');
      save(
        one.dataset.setField,
        one.dataset.setValue,
        doc.getElementById('prop-' + one.dataset.setField).dataset.was,
      );
    } else if (on('#description') && !on('a') && !getSelection().toString()) write();
    else if (on('[data-save]')) keepText();
    else if (on('[data-cancel]')) leave();
    else if (on('[data-delete]')) ask('work:delete', { key: main().dataset.task });
    else if (on('[data-restore]')) ask('work:restore', { key: main().dataset.task });
    else if (on('[data-order]')) {
      const oldest = on('[data-order]').getAttribute('aria-pressed') !== 'true';
      g.keep.set('gerask.oldest', oldest ? '1' : null);
      order(oldest);
    } else if ((one = on('[data-compare]'))) compare(one);
    else if ((one = on('[data-bring]'))) {
      one.setAttribute('aria-busy', 'true');
      await ask('work:bring', { key: main().dataset.task, change: one.dataset.bring }, 'task');
      ready();
    } else if ((one = on('[data-copy-link]')))
      navigator.clipboard
        ?.writeText(new URL(one.dataset.copyLink, location).href)
        .then(() => g.toast(one.dataset.copied));
    else if (on('[data-keep-mine]')) {
      const clash = on('#clash');
      save(clash.dataset.field, clash.dataset.mine, '', clash.dataset.version);
    } else if (on('[data-take-theirs]')) on('#clash').remove();
  });
  /* what a change did to the description: asked for once, then only shown and hidden */
  async function compare(button) {
    const place = $('.compared', button.closest('li')),
      pieces = $('.pieces', place),
      open = button.getAttribute('aria-expanded') !== 'true';
    if (open && !pieces.childNodes.length) {
      const answer = await ask('work:compare', {
        key: main().dataset.task,
        change: button.dataset.compare,
      });
      if (answer.failed) return;
      pieces.append(
        ...JSON.parse(answer.pieces).map(({ fate, text }) => {
          const piece = doc.createElement({ gone: 'del', new: 'ins' }[fate] || 'span');
          piece.textContent = text;
          return piece;
        }),
      );
    }
    button.setAttribute('aria-expanded', String(open));
    place.hidden = !open;
  }
  const box = () => $('.editor', page),
    shownText = () => doc.getElementById('description'),
    area = () => doc.getElementById('description-text');
  function write() {
    if (!box()) return;
    shownText().hidden = true;
    box().hidden = false;
    grow(area());
    area().focus();
  }
  function leave() {
    area().value = area().defaultValue;
    box().hidden = true;
    shownText().hidden = false;
    shownText().focus();
  }
  /* a field that is on its way is not sent again when the update takes it out of the page and with it its focus */
  async function keepText(field = area()) {
    if (field.dataset.sent) return;
    if (field.value === field.defaultValue) return leave();
    field.dataset.sent = '1';
    const answer = await save('description', field.value, field.defaultValue);
    if (answer.failed) delete field.dataset.sent;
  }
  async function keepTitle(field) {
    const now = field.value.replace(/\s+/g, ' ').trim();
    if (field.dataset.sent) return;
    if (!now) {
      field.value = field.defaultValue;
      grow(field);
    } else if (now !== field.defaultValue) {
      field.dataset.sent = '1';
      const answer = await save('title', now, field.defaultValue);
      if (answer.failed) delete field.dataset.sent;
    }
  }
  page.addEventListener('focusout', (e) => {
    const field = e.target;
    if (field.id === 'task-title') keepTitle(field);
    const inside = e.relatedTarget && box()?.contains(e.relatedTarget);
    if (field.id === 'description-text' && !inside && field.value !== field.defaultValue && doc.hasFocus())
      keepText(field);
  });
  page.addEventListener('input', (e) => {
    if (e.target.nodeName === 'TEXTAREA') grow(e.target);
  });
  page.addEventListener('keydown', async (e) => {
    const id = e.target.id;
    if (id === 'task-title' && (e.key === 'Enter' || e.key === 'Escape')) {
      e.preventDefault();
      e.stopPropagation();
      if (e.key === 'Escape') e.target.value = e.target.defaultValue;
      grow(e.target);
      e.target.blur();
    }
    if (id === 'description-text' && e.key === 'Escape') {
      e.preventDefault();
      e.stopPropagation();
      leave();
    }
    if (id === 'description-text' && e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      keepText();
    }
    if (id === 'description' && (e.key === 'Enter' || e.key === ' ')) {
      e.preventDefault();
      write();
    }
    if (id === 'quick-child' && e.key === 'Enter' && e.target.value.trim() && !e.isComposing) {
      e.preventDefault();
      const text = e.target.value.trim();
      e.target.disabled = true;
      const answer = await ask('work:child', { key: main().dataset.task, title: text }, 'task');
      ready();
      const again = doc.getElementById('quick-child');
      if (again) {
        again.disabled = false;
        if (answer.failed) again.value = text;
        again.focus();
      }
    }
  });
  doc.addEventListener('keydown', (e) => {
    if (!g.single(e)) return;
    const to = {
      KeyS: 'prop-status',
      KeyA: 'prop-assignee',
      KeyP: 'prop-priority',
      KeyD: 'prop-due',
      KeyL: 'prop-tags',
    }[e.code];
    const whose = doc.getElementById('prop-assignee'),
      me = doc.body.dataset.me;
    if (to) {
      e.preventDefault();
      doc.getElementById(to)?.click();
    } else if (e.code === 'KeyI' && whose && !whose.disabled && whose.dataset.was !== me) {
      e.preventDefault();
      save('assignee', me, whose.dataset.was);
    } else if (e.code === 'KeyE') {
      e.preventDefault();
      write();
    }
  });
  doc.addEventListener('live', ready);
  ready();
})();
