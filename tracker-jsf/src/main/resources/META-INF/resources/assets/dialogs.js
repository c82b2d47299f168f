/* Dialogs, popovers, and the commands of a row. */
(() => {
  'use strict';
  const doc = document,
    root = doc.documentElement;
  const { $, keep, base, toast } = window.gerask;

  const typing = (e) =>
    e.target.closest &&
    e.target.closest(
      'input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable=true]',
    );
  function open(id) {
    const d = doc.getElementById(id);
    if (!d || d.open) return false;
    for (const p of doc.querySelectorAll('[popover]:popover-open')) p.hidePopover();
    d.showModal();
    (
      $('[autofocus],[data-first]', d) ||
      $('input:not([type=hidden]),textarea,select,button:not([data-closes])', d) ||
      d
    ).focus();
    return true;
  }
  function newTask() {
    if (!open('new-task')) location.assign(base + '/list?new=1');
  }
  doc.addEventListener('click', (e) => {
    const on = e.target.closest('[data-opens],[data-closes],[data-new],[data-fold],[data-copy]');
    if (on) {
      if (on.dataset.opens !== undefined) {
        e.preventDefault();
        fill(on);
        open(on.dataset.opens);
      } else if (on.dataset.closes !== undefined) {
        e.preventDefault();
        on.closest('dialog')?.close();
      } else if (on.dataset.new !== undefined) {
        e.preventDefault();
        newTask();
      } else if (on.dataset.fold !== undefined) fold();
      else if (on.dataset.copy !== undefined) {
        e.preventDefault();
        navigator.clipboard
          ?.writeText(on.dataset.copy)
          .then(() => toast(on.dataset.copied || on.dataset.copy));
      }
    }
    if (e.target.nodeName === 'DIALOG' && e.target.open && !e.target.dataset.stays) {
      const r = e.target.getBoundingClientRect();
      if (e.clientX < r.left || e.clientX > r.right || e.clientY < r.top || e.clientY > r.bottom)
        e.target.close();
    }
  });
  /* a command of a row: data-does="form:command" with data-with-x="…" sets the hidden fields of that form and runs its command */
  function does(on, chosen) {
    const [formId] = on.dataset.does.split(':'),
      form = doc.getElementById(formId);
    if (!form) return;
    for (const [k, v] of Object.entries(on.dataset))
      if (k.startsWith('with')) {
        const field = form.elements[k.slice(4).toLowerCase()];
        if (field) field.value = v;
      }
    if (chosen !== undefined && on.dataset.as) form.elements[on.dataset.as].value = chosen;
    doc.getElementById(on.dataset.does)?.click();
  }
  doc.addEventListener('click', (e) => {
    const on = e.target.closest('[data-does]');
    if (on && on.nodeName !== 'SELECT') {
      e.preventDefault();
      on.closest('[popover]')?.hidePopover();
      does(on);
    }
  });
  doc.addEventListener('change', (e) => {
    if (e.target.matches('select[data-does]')) does(e.target, e.target.value);
  });
  /* a button may say what the dialog that it opens is about: data-fill-name="…" fills [data-slot=name] and input[name$=name] inside */
  function fill(button) {
    const d = doc.getElementById(button.dataset.opens);
    if (!d) return;
    for (const [k, v] of Object.entries(button.dataset)) {
      if (!k.startsWith('fill') || k === 'fill') continue;
      const name = k.slice(4).toLowerCase();
      for (const s of d.querySelectorAll('[data-slot="' + name + '"]')) {
        if ('value' in s && s.nodeName !== 'LI') s.value = v;
        else s.textContent = v;
      }
    }
  }
  /* a popover stands under what opened it and stays inside the window */
  doc.addEventListener(
    'beforetoggle',
    (e) => {
      const p = e.target;
      if (!p.popover || e.newState !== 'open') return;
      const by =
        e.source ||
        doc.querySelector('[popovertarget="' + p.id + '"]:is(:hover,:focus,:focus-within)') ||
        doc.querySelector('[popovertarget="' + p.id + '"]');
      if (!by) return;
      const r = by.getBoundingClientRect();
      requestAnimationFrame(() => {
        const w = p.offsetWidth,
          h = p.offsetHeight,
          below = r.bottom + 4;
        p.style.left =
          Math.max(8, Math.min(r.left + w > innerWidth - 8 ? r.right - w : r.left, innerWidth - w - 8)) +
          'px';
        p.style.top =
          (below + h > innerHeight - 8 && r.top - h - 4 > 8
            ? r.top - h - 4
            : Math.min(below, innerHeight - h - 8)) + 'px';
      });
    },
    true,
  );
  function fold() {
    const on = root.classList.toggle('folded');
    keep.set('gerask.folded', on ? '1' : null);
  }
  if (keep.get('gerask.folded')) root.classList.add('folded');

  /* how close rows stand: kept as a cookie, so that a page comes as it stays */
  doc.addEventListener('click', (e) => {
    const on = e.target.closest('[data-density-set]');
    if (!on) return;
    const to = on.dataset.densitySet;
    if (to) root.dataset.density = to;
    else delete root.dataset.density;
    for (const one of doc.querySelectorAll('[data-density-set]'))
      one.setAttribute('aria-pressed', String(one.dataset.densitySet === to));
    doc.cookie =
      'gerask_density=' + to + '; path=' + (base || '/') + '; max-age=' + (to ? 31536000 : 0) + '; samesite=lax';
  });

  Object.assign(window.gerask, { typing, open, newTask, fold });
})();
