/* What was done and how to take it back: one message at a time. First of our scripts: window.gerask is where they meet. */
(() => {
  'use strict';
  const doc = document,
    $ = (q, from = doc) => from.querySelector(q),
    all = (q, from = doc) => [...from.querySelectorAll(q)];
  const keep = {
    get: (k) => {
      try {
        return localStorage.getItem(k);
      } catch {
        return null;
      }
    },
    set: (k, v) => {
      try {
        v === null ? localStorage.removeItem(k) : localStorage.setItem(k, v);
      } catch {
        /* private mode */
      }
    },
  };
  const own = $('script[src*="/assets/toast.js"]');
  const base = own ? new URL(own.src).pathname.replace(/\/assets\/toast\.js$/, '') : '';

  /* ---- toast: one at a time, at least ten seconds, waits while somebody is on it ---- */
  const place = $('#toast');
  let timer = 0,
    shown = null;
  const icon = (name) => {
    const s = doc.createElementNS('http://www.w3.org/2000/svg', 'svg');
    s.setAttribute('class', 'i');
    s.setAttribute('aria-hidden', 'true');
    const u = doc.createElementNS('http://www.w3.org/2000/svg', 'use');
    u.setAttribute('href', place.dataset.icons + '#' + name);
    s.append(u);
    return s;
  };
  const hide = () => {
    clearTimeout(timer);
    place.replaceChildren();
    shown = null;
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, 10000);
  };
  function toast(text, operation, bad) {
    if (!place || !text) return;
    hide();
    const box = doc.createElement('div');
    box.className = 'toast' + (bad ? ' bad' : '');
    const words = doc.createElement('span');
    words.className = 'text';
    for (const part of text.split(/\b([A-Z][A-Z0-9]{0,9}-\d+)\b/)) {
      if (/^[A-Z][A-Z0-9]{0,9}-\d+$/.test(part)) {
        const a = doc.createElement('a');
        a.href = base + '/task/' + part;
        a.textContent = part;
        words.append(a);
      } else words.append(part);
    }
    box.append(icon(bad ? 'warning' : 'check'), words);
    if (operation) {
      const undo = doc.createElement('button');
      undo.type = 'button';
      undo.textContent = place.dataset.undo;
      undo.dataset.undoes = operation;
      undo.onclick = () => takeBack(operation);
      box.append(undo);
    }
    const x = doc.createElement('button');
    x.type = 'button';
    x.className = 'x';
    x.setAttribute('aria-label', place.dataset.close);
    x.append(icon('x'));
    x.onclick = hide;
    box.append(x);
    for (const e of ['pointerenter', 'focusin']) box.addEventListener(e, () => clearTimeout(timer));
    for (const e of ['pointerleave', 'focusout']) box.addEventListener(e, wait);
    place.append(box);
    shown = { text, operation, bad };
    wait();
  }
  function takeBack(operation) {
    const form = doc.getElementById('undo');
    if (!form) return;
    form.elements.operation.value = operation;
    hide();
    doc.getElementById('undo:go').click();
  }
  function said() {
    for (const one of doc.querySelectorAll('[data-toast]')) {
      const told = [...doc.querySelectorAll('form .alert')].some(
        (a) => a.offsetParent && a.textContent.trim() === one.dataset.toast,
      );
      if (!told)
        toast(
          one.dataset.toast,
          one.dataset.operation,
          one.dataset.bad === 'true',
        ); /* the form says it already */
      one.remove();
    }
  }
  /* what the page before said; only a page that just opened asks, for the one that is being left would swallow it */
  function carried() {
    const carried = doc.cookie.match(/(?:^|; )gerask_toast=([^;]*)/);
    if (carried) {
      for (const path of new Set([base || '/', '/']))
        doc.cookie = 'gerask_toast=; path=' + path + '; max-age=0';
      try {
        const it = JSON.parse(decodeURIComponent(carried[1]));
        toast(it.text, it.operation, it.bad);
      } catch {
        /* not ours */
      }
    }
  }

  /* the page anew, with what it says now */
  function afresh() {
    if (shown)
      doc.cookie =
        'gerask_toast=' +
        encodeURIComponent(JSON.stringify(shown)) +
        '; path=' +
        (base || '/') +
        '; max-age=20; samesite=lax';
    location.reload();
  }

  /* what the reader may not do stays in reach of keys and readers, and says why instead of doing it */
  doc.addEventListener(
    'click',
    (e) => {
      const off = e.target.closest('[aria-disabled="true"]');
      if (!off) return;
      e.preventDefault();
      e.stopPropagation();
      toast(off.title, null, true);
    },
    true,
  );

  window.gerask = { $, all, keep, base, toast, takeBack, said, carried, afresh, shown: () => shown };
})();
