/* Menus that pick a value, and how a page asks its bean. */
(() => {
  'use strict';
  const doc = document,
    { $, all } = window.gerask;

  const fill = (words, values) => words.replace(/%(\w+)/g, (_, name) => values[name] ?? '');

  /* One command of the server: the client id of a p:remoteCommand, what it needs, what is shown afresh. Resolves to what it answered; failed is true where it refused. */
  function ask(id, values, update) {
    /* PrimeFaces learns the nonce of the page when it is ready; asked before, it would run what is answered without one */
    return new Promise((done) =>
      jQuery(() => {
        /* not given back: jQuery would throw what could not be sent */
        PrimeFaces.ab({
          s: id,
          f: id.split(':')[0],
          p: id,
          u: update,
          ps: true,
          pa: Object.entries(values)
            .filter(([, value]) => value !== null && value !== undefined)
            .map(([name, value]) => ({ name, value: String(value) })),
          onco: (xhr, status, args) =>
            done({ ...(args || {}), failed: status !== 'success' || !args || !!args.validationFailed }),
        });
      }),
    );
  }

  /* a line where one types, presses Enter and types the next; send(text) resolves to whether it was taken */
  async function nextLine(e, send) {
    const input = e.target;
    if (e.key === 'Escape') {
      input.value = '';
      if (input.matches('[data-marks]')) window.gerask.line(input).clear();
      input.blur();
      return;
    }
    if (e.key !== 'Enter' || e.isComposing || !input.value.trim() || input.readOnly) return;
    e.preventDefault();
    input.readOnly = true;
    const marks = input.matches('[data-marks]') ? window.gerask.line(input) : null,
      values = (await marks?.values()) || {},
      title = input.value.trim(); /* without what the marks were */
    const taken = title && (await send(title, values));
    input.readOnly = false;
    if (taken) {
      input.value = '';
      marks?.clear();
    }
    input.focus();
  }

  /* ---- menus that pick: a button with data-pick opens a popover with data-menu and gets the event "pick" {field, value, label} ---- */
  let asked = null;
  doc.addEventListener('click', (e) => {
    const opener = e.target.closest('[popovertarget]');
    if (opener) asked = opener;
    const menu = e.target.closest('[data-menu]');
    if (!menu || !asked) return;
    const one = e.target.closest('[data-value],[data-days],[data-set]');
    if (!one) return;
    if (one.dataset.value !== undefined) pick(menu, one.dataset.value, one);
    else if (one.dataset.days !== undefined) pick(menu, day(Number(one.dataset.days)), one);
    else {
      const [date, hour] = all('.when input', menu);
      if (date.value) pick(menu, date.value + (hour.value ? 'T' + hour.value : ''), one);
      else date.focus();
    }
  });
  function pick(menu, value, one) {
    const by = asked;
    menu.hidePopover();
    by.dispatchEvent(
      new CustomEvent('pick', { bubbles: true, detail: { field: by.dataset.pick, value, one } }),
    );
  }
  const day = (ahead) => {
    const d = new Date();
    d.setDate(d.getDate() + ahead);
    return (
      d.getFullYear() +
      '-' +
      String(d.getMonth() + 1).padStart(2, '0') +
      '-' +
      String(d.getDate()).padStart(2, '0')
    );
  };
  /* ---- what a menu cannot hold, or what depends on the project, is asked for: data-ask says what, data-of whose it holds, data-cut that there is more; [data-in-any] says by data-in where its openers are ---- */
  const GAP = 180 /* after the last letter */;
  let typing = 0;
  const projectOf = (menu) => {
    const place = asked?.closest('[data-in-any]');
    return (place ? place.dataset.in : menu.dataset.of) || '';
  };
  /* resolves to what there is to choose, with data-cut where there is more; null where it cannot be asked for now */
  async function choices(what, project, q) {
    try {
      const about = new URLSearchParams({ what, project, q }),
        answer = await fetch(window.gerask.base + '/choose?' + about, { credentials: 'same-origin' });
      if (!answer.ok || answer.redirected) return null;
      const came = new DOMParser().parseFromString(await answer.text(), 'text/html');
      return doc.importNode($('#chosen', came), true);
    } catch {
      return null;
    }
  }
  async function offer(menu, project, q) {
    const turn = project + '\n' + q;
    menu.dataset.turn = turn;
    menu.setAttribute('aria-busy', 'true');
    const came = await choices(menu.dataset.ask, project, q);
    if (menu.dataset.turn !== turn) return;
    menu.removeAttribute('aria-busy');
    if (!came) return; /* what it held before can be picked still */
    const walked = doc.activeElement?.matches('[data-value]') && menu.contains(doc.activeElement);
    for (const one of all('[data-value]', menu)) one.remove();
    menu.append(...all('[data-value]', came));
    if (came.dataset.cut) menu.dataset.cut = came.dataset.cut;
    else if (!q) delete menu.dataset.cut;
    menu.dataset.of = project;
    menu.dataset.text = q;
    if (walked) $('[data-value]', menu)?.focus();
    const narrow = $('[data-narrow]', menu);
    if (narrow) narrowTo(narrow);
  }
  function offerFor(menu) {
    const depends = ['status', 'person'].includes(menu.dataset.ask),
      project = depends ? projectOf(menu) : '';
    if ((depends && project !== (menu.dataset.of || '')) || menu.dataset.text) offer(menu, project, '');
  }
  doc.addEventListener('input', (e) => {
    const menu = e.target.closest?.('[data-ask]');
    if (!menu || e.target.dataset.narrow === undefined || !(menu.dataset.cut || menu.dataset.text)) return;
    clearTimeout(typing);
    typing = setTimeout(() => offer(menu, menu.dataset.of || '', e.target.value.trim()), GAP);
  });
  /* tags are ticked; closing the menu picks them all */
  const ticked = (menu) =>
    all('input[type=checkbox]:checked', menu)
      .map((box) => box.value)
      .join('\n');
  function tick(menu, text) {
    const label = doc.createElement('label');
    label.className = 'tick';
    const box = doc.createElement('input');
    box.type = 'checkbox';
    box.value = text;
    box.checked = true;
    const words = doc.createElement('span');
    words.className = 'cut';
    words.textContent = text;
    label.append(box, words);
    menu.append(label);
  }
  /* what its opener shows is newer than the menu: a tag that it does not know is not taken away by closing it */
  function tickShown(menu, opener) {
    if (!opener?.matches('.tags')) return;
    const shown = all('.chip', opener).map((chip) => chip.textContent);
    const boxes = all('input[type=checkbox]', menu);
    for (const box of boxes) box.checked = shown.includes(box.value);
    for (const text of shown) if (!boxes.some((box) => box.value === text)) tick(menu, text);
  }
  const ticking = new WeakMap(); /* who opened a menu of ticks; another may be asked for already when it closes */
  /* while it closes: a moment later what others changed may be shown in it, without a tag that is new */
  function pickTicked(menu) {
    const by = ticking.get(menu),
      now = ticked(menu);
    if (by && now !== menu.dataset.before)
      by.dispatchEvent(
        new CustomEvent('pick', { bubbles: true, detail: { field: by.dataset.pick, value: now } }),
      );
  }
  doc.addEventListener(
    'beforetoggle',
    (e) => {
      const menu = e.target;
      if (!menu.dataset?.menu) return;
      if (e.newState !== 'open') {
        pickTicked(menu);
        return;
      }
      if (menu.dataset.ask) offerFor(menu);
      if (menu.dataset.menu === 'tags') {
        ticking.set(menu, asked);
        tickShown(menu, asked);
        menu.dataset.before = ticked(menu);
      }
      if (menu.id === 'menu-due') {
        const [date, hour] = all('.when input', menu);
        [date.value, hour.value] = [...(asked?.dataset.was || '').split('T'), ''];
      }
      /* the browser puts the focus there as it opens: whoever types at once loses no letter */
      const first = $('input:not([type=checkbox],[type=date],[type=time]),[data-value],[data-days]', menu);
      first?.setAttribute('autofocus', '');
    },
    true,
  );
  doc.addEventListener(
    'toggle',
    (e) => {
      const menu = e.target;
      if (!menu.dataset?.menu || e.newState === 'open') return;
      const narrow = $('[data-narrow]', menu);
      if (narrow && narrow.value) {
        narrow.value = '';
        narrowTo(narrow);
      }
    },
    true,
  );
  function narrowTo(input) {
    const text = input.value.trim().toLowerCase();
    for (const one of all('[data-value],.tick', input.parentElement))
      one.hidden = !one.textContent.toLowerCase().includes(text);
  }
  doc.addEventListener('input', (e) => {
    if (e.target.dataset.narrow !== undefined) narrowTo(e.target);
  });
  doc.addEventListener('keydown', (e) => {
    const menu = e.target.closest && e.target.closest('.menu[popover]');
    if (!menu) return;
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      const items = all('a,button,input', menu).filter((one) => one.offsetParent !== null),
        at = items.indexOf(doc.activeElement);
      if (e.target.type === 'date' || e.target.type === 'time') return;
      e.preventDefault();
      items[(at + (e.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length]?.focus();
    }
    if (e.key === 'Enter' && e.target.dataset.narrow !== undefined) {
      e.preventDefault();
      const text = e.target.value.trim();
      if (!text) {
        menu.hidePopover();
        return;
      }
      const seen = all('[data-value],.tick', menu).filter((one) => !one.hidden);
      if (e.target.dataset.tagNew === undefined) {
        seen[0]?.click();
        return;
      }
      const same = seen.find((one) => one.textContent.trim().toLowerCase() === text.toLowerCase());
      if (same) $('input', same).checked = true;
      else tick(menu, text);
      e.target.value = '';
      narrowTo(e.target);
    }
    if (e.key === 'Enter' && (e.target.type === 'date' || e.target.type === 'time')) {
      e.preventDefault();
      $('[data-set]', menu).click();
    }
  });

  Object.assign(window.gerask, { ask, choices, fill, nextLine, tick });
})();
