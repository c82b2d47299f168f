/* Keys for everything that is done often: never while somebody types, and they can be switched off. */
(() => {
  'use strict';
  const doc = document;
  const { $, keep, base, takeBack, shown, typing, open, newTask, fold } = window.gerask;

  /* whether a key pressed alone is meant as a command */
  const single = (e) =>
    !(e.ctrlKey || e.metaKey || e.altKey || e.isComposing || typing(e)) &&
    keep.get('gerask.keys') !== 'off' &&
    !$('dialog[open],:popover-open');
  window.gerask.single = single;
  const off = $('[data-keys-off]');
  if (off) {
    off.checked = keep.get('gerask.keys') === 'off';
    off.onchange = () => keep.set('gerask.keys', off.checked ? 'off' : null);
  }
  const places = { h: '/my-work', i: '/list', p: '/projects', r: '/hotels', u: '/users', k: '/calendar' };
  let went = 0;
  doc.addEventListener('keydown', (e) => {
    if (e.isComposing) return;
    if ((e.ctrlKey || e.metaKey) && !e.shiftKey && e.code === 'KeyZ' && shown()?.operation && !typing(e)) {
      e.preventDefault();
      takeBack(shown().operation);
      return;
    }
    if ((e.ctrlKey || e.metaKey) && e.key === 'Enter') {
      const f = e.target.form,
        b = f && $('[data-default],.b-primary', f);
      if (b) {
        e.preventDefault();
        b.click();
      }
      return;
    }
    if (!single(e)) return;
    const k = e.code.startsWith('Key')
      ? e.code.slice(3).toLowerCase()
      : e.key; /* by place, so that a Russian layout works too */
    if (Date.now() - went < 1200) {
      went = 0;
      const to = k === 'b' ? $('.side nav a[href*="/board"]')?.href : places[k] && base + places[k];
      if (to) {
        e.preventDefault();
        location.assign(to);
        return;
      }
    }
    if (k === 'g') {
      went = Date.now();
      return;
    }
    if (e.key === '?' || (e.code === 'Slash' && e.shiftKey)) {
      e.preventDefault();
      open('keys');
    } else if (e.code === 'Slash') {
      e.preventDefault();
      $('#find')?.focus();
    } else if (k === 'c' && !e.shiftKey) {
      e.preventDefault();
      newTask();
    } else if (e.code === 'BracketLeft') fold();
  });
})();
