/* Forms: one request per click, the first wrong field gets the focus, what was typed is not lost, not even with the session. */
(() => {
  'use strict';
  const doc = document;
  const { $, keep, base, toast, open, said, carried } = window.gerask;
  const place = $('#toast');

  doc.addEventListener(
    'submit',
    (e) => {
      const f = e.target;
      if (f.method !== 'post') return;
      if (f.dataset.sent) {
        e.preventDefault();
        return;
      }
      f.dataset.sent = '1';
      setTimeout(() => delete f.dataset.sent, 4000);
    },
    true,
  );
  addEventListener('pageshow', () => {
    for (const f of doc.querySelectorAll('form[data-sent]')) delete f.dataset.sent;
  });
  const draftKey = (el) =>
    'gerask.draft.' +
    (doc.body.dataset.me || '') +
    (el.dataset.draftAt || location.pathname) +
    '.' +
    (el.dataset.draft || el.name || el.id);
  doc.addEventListener('input', (e) => {
    const el = e.target.closest('[data-draft]');
    if (el) keep.set(draftKey(el), el.value || null);
  });
  function drafts() {
    for (const el of doc.querySelectorAll('[data-draft]')) {
      const kept = keep.get(draftKey(el));
      if (kept && !el.value) el.value = kept;
    }
  }
  function dropDrafts(within) {
    for (const el of (within || doc).querySelectorAll('[data-draft]')) keep.set(draftKey(el), null);
  }
  /* a page that was opened to do one thing does it */
  addEventListener('load', () => $('[data-at-once]')?.click());
  function after() {
    for (const f of doc.querySelectorAll('form[data-sent]')) delete f.dataset.sent;
    said();
    const wrong = $('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    for (const d of doc.querySelectorAll('dialog[open] [data-done]')) {
      const box = d.closest('dialog');
      dropDrafts(box);
      box.close();
    }
  }
  /* PrimeFaces leaves the button of a failed request asleep */
  function wake() {
    for (const b of doc.querySelectorAll('.ui-state-loading')) {
      b.classList.remove('ui-state-loading', 'ui-state-disabled');
      b.disabled = false;
      $('.ui-icon-loading', b)?.remove();
    }
  }
  if (window.jQuery) {
    jQuery(doc).on('pfAjaxComplete', () => setTimeout(after));
    jQuery(doc).on('pfAjaxError', (e, xhr) => {
      setTimeout(wake);
      if (xhr && xhr.status === 401) open('signed-out');
      else if (!(xhr && xhr.status === 429)) toast(place && place.dataset.gone, null, true);
    });
  }
  /* what came too soon stays as it was typed and goes out by itself when it may; the same is not sent beside it */
  const early = new Set();
  const sourceOf = (cfg) => cfg.source?.id || cfg.source;
  const seconds = (xhr) => Math.min(Math.max(Number(xhr.getResponseHeader('Retry-After')) || 5, 1), 300);
  function later(cfg, wait) {
    const source = sourceOf(cfg);
    early.add(source);
    const until = new Date(Date.now() + wait * 1000);
    const time = until.toLocaleTimeString(doc.documentElement.lang, { timeStyle: 'medium' });
    toast(place.dataset.soon.replace('%n', wait).replace('%time', time), null, true);
    setTimeout(() => {
      early.delete(source);
      PrimeFaces.ajax.Request.send(cfg);
    }, wait * 1000);
  }
  /* what was refused because the session had ended waits for its sender and is sent once more */
  const waiting = [];
  if (window.PrimeFaces?.ajax) {
    const requests = PrimeFaces.ajax.Request,
      send = requests.send;
    requests.send = (cfg) => {
      if (early.has(sourceOf(cfg))) {
        toast(place.dataset.waits, null, true);
        return false;
      }
      const { onerror, oncomplete } = cfg;
      let refused = false,
        wait = 0;
      const mine = {
        ...cfg,
        onerror(xhr, ...rest) {
          refused = xhr.status === 401;
          wait = xhr.status === 429 ? seconds(xhr) : 0;
          onerror?.call(this, xhr, ...rest);
        },
        oncomplete(...all) {
          if (refused) waiting.push(cfg);
          else if (wait) later(cfg, wait);
          else oncomplete?.apply(this, all);
        },
      };
      return send.call(requests, mine);
    };
  }
  /* whose session it is now */
  async function whose() {
    const page = await (await fetch(base + '/profile', { credentials: 'same-origin' })).text();
    return new DOMParser().parseFromString(page, 'text/html').body.dataset.me;
  }
  async function goOn() {
    if ((await whose()) !== doc.body.dataset.me) {
      location.reload(); /* somebody else: what was typed waits for its writer */
      return;
    }
    again.closest('dialog').close();
    again.reset();
    if (!waiting.length) toast(again.dataset.back);
    for (const cfg of waiting.splice(0)) PrimeFaces.ajax.Request.send(cfg);
  }
  /* the session ended under an open page: sign in again right here */
  const again = $('form.again');
  if (again)
    again.addEventListener('submit', async (e) => {
      e.preventDefault();
      e.stopPropagation();
      const say = $('.alert', again);
      say.textContent = '';
      const body = new URLSearchParams({
        f: 'f',
        'f:enter': 'f:enter',
        'f:email': again.elements.email.value,
        'f:password': again.elements.password.value,
        'jakarta.faces.ViewState': 'stateless',
        'jakarta.faces.source': 'f:enter',
        'jakarta.faces.partial.ajax': 'true',
        'jakarta.faces.partial.execute': '@all',
        'jakarta.faces.partial.render': 'f',
      });
      try {
        const answer = await (
          await fetch(again.dataset.login, {
            method: 'POST',
            body,
            headers: { 'Faces-Request': 'partial/ajax' },
          })
        ).text();
        if (answer.includes('<redirect')) {
          await goOn();
          return;
        }
        const page = new DOMParser().parseFromString(
          (answer.match(/<update id="f"><!\[CDATA\[([\s\S]*?)\]\]>/) || [])[1] || '',
          'text/html',
        );
        say.textContent =
          [...page.querySelectorAll('.alert, .wrong')]
            .map((one) => one.textContent.trim())
            .filter(Boolean)
            .join(' ') || place.dataset.gone;
      } catch {
        say.textContent = place.dataset.gone;
      }
    });
  /* key suggested from a name: [data-key-from=<id>] follows until somebody edits it */
  const LATIN = {
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'c',
    ч: 'ch',
    ш: 'sh',
    щ: 'sch',
    ъ: '',
    ы: 'y',
    ь: '',
    э: 'e',
    ю: 'yu',
    я: 'ya',
  };
  function keyOf(name) {
    const words = [...name.toLowerCase()]
      .map((c) => LATIN[c] ?? c)
      .join('')
      .normalize('NFD')
      .replace(/[^a-z0-9\s]/g, '')
      .trim()
      .split(/\s+/)
      .filter(Boolean);
    const key = (words.length > 2 ? words.map((w) => w[0]).join('') : words[0] || '')
      .replace(/^[0-9]+/, '')
      .toUpperCase();
    return (key.length === 1 ? (words[0] || '').toUpperCase() : key).slice(0, words.length > 2 ? 5 : 4);
  }
  doc.addEventListener('input', (e) => {
    const key = $('[data-key-from="' + e.target.id + '"]');
    if (key && !key.dataset.own) key.value = keyOf(e.target.value);
    if (e.target.dataset.keyFrom) {
      e.target.dataset.own = '1';
      e.target.value = e.target.value.toUpperCase().replace(/[^A-Z0-9]/g, '');
    }
  });

  Object.assign(window.gerask, { drafts, dropDrafts, after });
  said();
  carried();
  drafts();
})();
