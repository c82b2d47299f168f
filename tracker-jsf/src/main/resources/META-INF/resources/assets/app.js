/* The one script of ours: shortcuts, menus, dialogs, toasts, drafts, one request per click. No inline script anywhere. */
(() => {
  'use strict';
  const doc = document, root = doc.documentElement, $ = (q, from = doc) => from.querySelector(q);
  const keep = { get: (k) => { try { return localStorage.getItem(k); } catch { return null; } }, set: (k, v) => { try { v === null ? localStorage.removeItem(k) : localStorage.setItem(k, v); } catch { /* private mode */ } } };
  const base = (() => { const own = $('script[src*="/assets/app.js"]'); return own ? new URL(own.src).pathname.replace(/\/assets\/app\.js$/, '') : ''; })();

  /* ---- toast: one at a time, at least ten seconds, waits while somebody is on it ---- */
  const place = $('#toast');
  let timer = 0, shown = null;
  const icon = (name) => { const s = doc.createElementNS('http://www.w3.org/2000/svg', 'svg'); s.setAttribute('class', 'i'); s.setAttribute('aria-hidden', 'true'); const u = doc.createElementNS('http://www.w3.org/2000/svg', 'use'); u.setAttribute('href', place.dataset.icons + '#' + name); s.append(u); return s; };
  const hide = () => { clearTimeout(timer); place.replaceChildren(); shown = null; };
  const wait = () => { clearTimeout(timer); timer = setTimeout(hide, 10000); };
  function toast(text, operation, bad) {
    if (!place || !text) return;
    hide();
    const box = doc.createElement('div'); box.className = 'toast' + (bad ? ' bad' : '');
    const words = doc.createElement('span'); words.className = 'text'; for (const part of text.split(/\b([A-Z][A-Z0-9]{0,9}-\d+)\b/)) { if (/^[A-Z][A-Z0-9]{0,9}-\d+$/.test(part)) { const a = doc.createElement('a'); a.href = base + '/task/' + part; a.textContent = part; words.append(a); } else words.append(part); }
    box.append(icon(bad ? 'warning' : 'check'), words);
    if (operation) { const undo = doc.createElement('button'); undo.type = 'button'; undo.textContent = place.dataset.undo; undo.dataset.undoes = operation; undo.onclick = () => takeBack(operation); box.append(undo); }
    const x = doc.createElement('button'); x.type = 'button'; x.className = 'x'; x.setAttribute('aria-label', place.dataset.close); x.append(icon('x')); x.onclick = hide; box.append(x);
    for (const e of ['pointerenter', 'focusin']) box.addEventListener(e, () => clearTimeout(timer));
    for (const e of ['pointerleave', 'focusout']) box.addEventListener(e, wait);
    place.append(box); shown = { operation }; wait();
  }
  function takeBack(operation) {
    const form = doc.getElementById('undo'); if (!form) return;
    form.elements.operation.value = operation; hide();
    doc.getElementById('undo:go').click();
  }
  function said() {
    for (const one of doc.querySelectorAll('[data-toast]')) {
      const told = [...doc.querySelectorAll('form .alert')].some((a) => a.offsetParent && a.textContent.trim() === one.dataset.toast);
      if (!told) toast(one.dataset.toast, one.dataset.operation, one.dataset.bad === 'true'); /* the form says it already */
      one.remove();
    }
  }
  /* what the page before said; only a page that just opened asks, for the one that is being left would swallow it */
  function carried() {
    const carried = doc.cookie.match(/(?:^|; )gerask_toast=([^;]*)/);
    if (carried) {
      for (const path of new Set([base || '/', '/'])) doc.cookie = 'gerask_toast=; path=' + path + '; max-age=0';
      try { const it = JSON.parse(decodeURIComponent(carried[1])); toast(it.text, it.operation, it.bad); } catch { /* not ours */ }
    }
  }

  /* ---- dialogs and popovers ---- */
  const typing = (e) => e.target.closest && e.target.closest('input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable=true]');
  function open(id) { const d = doc.getElementById(id); if (!d || d.open) return false; for (const p of doc.querySelectorAll('[popover]:popover-open')) p.hidePopover(); d.showModal(); ($('[autofocus],[data-first]', d) || $('input:not([type=hidden]),textarea,select,button:not([data-closes])', d) || d).focus(); return true; }
  function newTask() { if (!open('new-task')) location.assign(base + '/list?new=1'); }
  doc.addEventListener('click', (e) => {
    const on = e.target.closest('[data-opens],[data-closes],[data-new],[data-fold],[data-copy]'); 
    if (on) {
      if (on.dataset.opens !== undefined) { e.preventDefault(); fill(on); open(on.dataset.opens); }
      else if (on.dataset.closes !== undefined) { e.preventDefault(); on.closest('dialog')?.close(); }
      else if (on.dataset.new !== undefined) { e.preventDefault(); newTask(); }
      else if (on.dataset.fold !== undefined) fold();
      else if (on.dataset.copy !== undefined) { e.preventDefault(); navigator.clipboard?.writeText(on.dataset.copy).then(() => toast(on.dataset.copied || on.dataset.copy)); }
    }
    if (e.target.nodeName === 'DIALOG' && e.target.open && !e.target.dataset.stays) { const r = e.target.getBoundingClientRect(); if (e.clientX < r.left || e.clientX > r.right || e.clientY < r.top || e.clientY > r.bottom) e.target.close(); }
  });
  /* a command of a row: data-does="form:command" with data-with-x="…" sets the hidden fields of that form and runs its command */
  function does(on, chosen) {
    const [formId] = on.dataset.does.split(':'), form = doc.getElementById(formId); if (!form) return;
    for (const [k, v] of Object.entries(on.dataset)) if (k.startsWith('with')) { const field = form.elements[k.slice(4).toLowerCase()]; if (field) field.value = v; }
    if (chosen !== undefined && on.dataset.as) form.elements[on.dataset.as].value = chosen;
    doc.getElementById(on.dataset.does)?.click();
  }
  doc.addEventListener('click', (e) => { const on = e.target.closest('[data-does]'); if (on && on.nodeName !== 'SELECT') { e.preventDefault(); on.closest('[popover]')?.hidePopover(); does(on); } });
  doc.addEventListener('change', (e) => { if (e.target.matches('select[data-does]')) does(e.target, e.target.value); });
  /* a button may say what the dialog that it opens is about: data-fill-name="…" fills [data-slot=name] and input[name$=name] inside */
  function fill(button) {
    const d = doc.getElementById(button.dataset.opens); if (!d) return;
    for (const [k, v] of Object.entries(button.dataset)) {
      if (!k.startsWith('fill') || k === 'fill') continue;
      const name = k.slice(4).toLowerCase();
      for (const s of d.querySelectorAll('[data-slot="' + name + '"]')) { if ('value' in s && s.nodeName !== 'LI') s.value = v; else s.textContent = v; }
    }
  }
  /* a popover stands under what opened it and stays inside the window */
  doc.addEventListener('beforetoggle', (e) => {
    const p = e.target; if (!p.popover || e.newState !== 'open') return;
    const by = e.source || doc.querySelector('[popovertarget="' + p.id + '"]:is(:hover,:focus,:focus-within)') || doc.querySelector('[popovertarget="' + p.id + '"]'); if (!by) return;
    const r = by.getBoundingClientRect();
    requestAnimationFrame(() => {
      const w = p.offsetWidth, h = p.offsetHeight, below = r.bottom + 4;
      p.style.left = Math.max(8, Math.min(r.left + w > innerWidth - 8 ? r.right - w : r.left, innerWidth - w - 8)) + 'px';
      p.style.top = (below + h > innerHeight - 8 && r.top - h - 4 > 8 ? r.top - h - 4 : Math.min(below, innerHeight - h - 8)) + 'px';
    });
  }, true);
  function fold() { const on = root.classList.toggle('folded'); keep.set('gerask.folded', on ? '1' : null); }
  if (keep.get('gerask.folded')) root.classList.add('folded');

  /* ---- keys: never while typing, and they can be switched off ---- */
  const off = $('[data-keys-off]');
  if (off) { off.checked = keep.get('gerask.keys') === 'off'; off.onchange = () => keep.set('gerask.keys', off.checked ? 'off' : null); }
  const places = { h: '/my-work', i: '/list', p: '/projects', u: '/users' };
  let g = 0;
  doc.addEventListener('keydown', (e) => {
    if (e.isComposing) return;
    if ((e.ctrlKey || e.metaKey) && !e.shiftKey && e.code === 'KeyZ' && shown && shown.operation && !typing(e)) { e.preventDefault(); takeBack(shown.operation); return; }
    if ((e.ctrlKey || e.metaKey) && e.key === 'Enter') { const f = e.target.form, b = f && $('[data-default],.b-primary', f); if (b) { e.preventDefault(); b.click(); } return; }
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e) || keep.get('gerask.keys') === 'off') return;
    if ($('dialog[open]') && e.key !== 'Escape') return;
    const k = e.code.startsWith('Key') ? e.code.slice(3).toLowerCase() : e.key; /* by place, so that a Russian layout works too */
    if (Date.now() - g < 1200) {
      g = 0;
      const to = k === 'b' ? ($('.side nav a:nth-child(3)') || {}).href : places[k] && base + places[k];
      if (to) { e.preventDefault(); location.assign(to); return; }
    }
    if (k === 'g') { g = Date.now(); return; }
    if (e.key === '?' || (e.code === 'Slash' && e.shiftKey)) { e.preventDefault(); open('keys'); }
    else if (e.code === 'Slash') { e.preventDefault(); $('#find')?.focus(); }
    else if (k === 'c' && !e.shiftKey) { e.preventDefault(); newTask(); }
    else if (e.code === 'BracketLeft') fold();
  });

  /* ---- forms: one request per click, the first wrong field gets the focus, what was typed is not lost ---- */
  doc.addEventListener('submit', (e) => { const f = e.target; if (f.method !== 'post') return; if (f.dataset.sent) { e.preventDefault(); return; } f.dataset.sent = '1'; setTimeout(() => delete f.dataset.sent, 4000); }, true);
  addEventListener('pageshow', () => { for (const f of doc.querySelectorAll('form[data-sent]')) delete f.dataset.sent; });
  const draftKey = (el) => 'gerask.draft.' + location.pathname + '.' + (el.dataset.draft || el.name || el.id);
  doc.addEventListener('input', (e) => { const el = e.target.closest('[data-draft]'); if (el) keep.set(draftKey(el), el.value || null); });
  function drafts() { for (const el of doc.querySelectorAll('[data-draft]')) { const kept = keep.get(draftKey(el)); if (kept && !el.value) el.value = kept; } }
  function dropDrafts(within) { for (const el of (within || doc).querySelectorAll('[data-draft]')) keep.set(draftKey(el), null); }
  function after() {
    for (const f of doc.querySelectorAll('form[data-sent]')) delete f.dataset.sent;
    said();
    const wrong = $('[aria-invalid="true"]'); if (wrong) wrong.focus();
    for (const d of doc.querySelectorAll('dialog[open] [data-done]')) { const box = d.closest('dialog'); dropDrafts(box); box.close(); }
  }
  /* PrimeFaces leaves the button of a failed request asleep */
  function wake() { for (const b of doc.querySelectorAll('.ui-state-loading')) { b.classList.remove('ui-state-loading', 'ui-state-disabled'); b.disabled = false; $('.ui-icon-loading', b)?.remove(); } }
  if (window.jQuery) {
    jQuery(doc).on('pfAjaxComplete', () => setTimeout(after));
    jQuery(doc).on('pfAjaxError', (e, xhr) => { setTimeout(wake); if (xhr && xhr.status === 401) open('signed-out'); else toast(place && place.dataset.gone, null, true); });
  }
  /* the session ended under an open page: sign in again right here */
  const again = $('form.again');
  if (again) again.addEventListener('submit', async (e) => {
    e.preventDefault(); e.stopPropagation();
    const say = $('.alert', again); say.textContent = '';
    const body = new URLSearchParams({ f: 'f', 'f:enter': 'f:enter', 'f:email': again.elements.email.value, 'f:password': again.elements.password.value, 'jakarta.faces.ViewState': 'stateless', 'jakarta.faces.source': 'f:enter', 'jakarta.faces.partial.ajax': 'true', 'jakarta.faces.partial.execute': '@all', 'jakarta.faces.partial.render': 'f' });
    try {
      const answer = await (await fetch(again.dataset.login, { method: 'POST', body, headers: { 'Faces-Request': 'partial/ajax' } })).text();
      if (answer.includes('<redirect')) { again.closest('dialog').close(); again.reset(); toast(again.dataset.back); return; }
      const page = new DOMParser().parseFromString((answer.match(/<update id="f"><!\[CDATA\[([\s\S]*?)\]\]>/) || [])[1] || '', 'text/html');
      say.textContent = [...page.querySelectorAll('.alert, .wrong')].map((one) => one.textContent.trim()).filter(Boolean).join(' ') || place.dataset.gone;
    } catch { say.textContent = place.dataset.gone; }
  });
  /* key suggested from a name: [data-key-from=<id>] follows until somebody edits it */
  const LATIN = { а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' };
  function keyOf(name) {
    const words = [...name.toLowerCase()].map((c) => LATIN[c] ?? c).join('').normalize('NFD').replace(/[^a-z0-9\s]/g, '').trim().split(/\s+/).filter(Boolean);
    const key = (words.length > 2 ? words.map((w) => w[0]).join('') : words[0] || '').replace(/^[0-9]+/, '').toUpperCase();
    return (key.length === 1 ? (words[0] || '').toUpperCase() : key).slice(0, words.length > 2 ? 5 : 4);
  }
  doc.addEventListener('input', (e) => {
    const key = $('[data-key-from="' + e.target.id + '"]');
    if (key && !key.dataset.own) key.value = keyOf(e.target.value);
    if (e.target.dataset.keyFrom) { e.target.dataset.own = '1'; e.target.value = e.target.value.toUpperCase().replace(/[^A-Z0-9]/g, ''); }
  });
  window.gerask = { toast, open, drafts, dropDrafts, keep, base, typing, after };
  said(); carried(); drafts();
})();
