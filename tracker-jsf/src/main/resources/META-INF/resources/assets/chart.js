/* The tape chart: nights are chosen, stays moved and stretched, by pointer, by finger and by keyboard alone; a clash is told at once, with who and when where the reader may know, and the bar goes back. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all } = g,
    tape = doc.getElementById('tape');
  if (!tape) return;
  const said = doc.getElementById('tape-said'),
    box = doc.getElementById('clash-box'),
    words = tape.dataset,
    DAYS = Number(words.days),
    HOLDS = ['requested', 'confirmed', 'checked_in', 'taken'];

  /* ---- days: counted from the left edge of the chart ---- */
  const DAY = 86400000,
    first = Date.parse(words.from + 'T00:00:00Z');
  const at = (text) => Math.round((Date.parse(text + 'T00:00:00Z') - first) / DAY);
  const date = (n) => new Date(first + n * DAY);
  const iso = (n) => date(n).toISOString().slice(0, 10);
  /* the day before the month, as everywhere */
  const lang = doc.documentElement.lang === 'en' ? 'en-GB' : doc.documentElement.lang;
  const format = new Intl.DateTimeFormat(lang, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const short = (n) => format.format(date(n)).replaceAll('.', '');
  const span = (from, to) =>
    iso(from).slice(0, 7) === iso(to).slice(0, 7)
      ? date(from).getUTCDate() + '–' + short(to)
      : short(from) + ' – ' + short(to);
  const full = new Intl.DateTimeFormat(lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const today = at(words.today);

  /* ---- rows and bars as they are now, for what others do changes them ---- */
  const rows = () => all('[data-room]', tape);
  const track = (row) => $('.track', row);
  const bars = (row) => all('.tbar:not(.ghost)', row);
  const nights = (bar) => ({ from: at(bar.dataset.from), to: at(bar.dataset.to) });
  const barAt = (row, day) =>
    bars(row).find((bar) => {
      const n = nights(bar);
      return HOLDS.includes(bar.dataset.status) && n.from <= day && day < n.to;
    });
  const other = (row, from, to, self) =>
    bars(row).find((bar) => {
      const n = nights(bar);
      return bar !== self && HOLDS.includes(bar.dataset.status) && n.from < to && from < n.to;
    });
  const shut = (row, self) => row.classList.contains('shut') && (!self || self.closest('[data-room]') !== row);
  /* why these nights of this room are not to be had; null where they are */
  function clash(row, from, to, self) {
    const by = other(row, from, to, self);
    if (by) return { by };
    if (shut(row, self)) return { words: g.fill(words.shut, { room: row.dataset.number }), short: words.closed };
    if (self && Number(self.dataset.guests) > Number(row.dataset.capacity))
      return { words: g.fill(words.small, { room: row.dataset.number, n: row.dataset.capacity }), short: words.few };
    if (from < today && (!self || from !== nights(self).from)) return { words: words.past, short: words.over };
    return null;
  }
  function told(row, why) {
    if (!why.by) return why.words;
    const n = nights(why.by);
    return g.fill(words.clash, { room: row.dataset.number, who: why.by.dataset.label, when: span(n.from, n.to) });
  }

  /* ---- the ghost: where it would be ---- */
  const ghost = doc.createElement('span');
  ghost.className = 'tbar ghost';
  ghost.setAttribute('aria-hidden', 'true');
  function haunt(row, from, to, self) {
    const left = Math.max(0, 2 * from + 1),
      right = Math.min(2 * DAYS, 2 * to + 1),
      why = clash(row, from, to, self);
    ghost.style.setProperty('--at', left);
    ghost.style.setProperty('--width', Math.max(1, right - left));
    ghost.textContent = span(from, to) + (why ? ': ' + (why.by ? words.busy : why.short) : '');
    ghost.classList.toggle('no', Boolean(why));
    if (ghost.parentElement !== track(row)) track(row).append(ghost);
    return why;
  }
  const vanish = () => ghost.remove();

  /* ---- what is done with nights that were chosen ---- */
  const book = (row, from, to) => {
    g.bookDialog({
      room: row.dataset.room,
      name: row.dataset.number + ', ' + words.name,
      checkin: iso(from),
      checkout: iso(to),
      guests: 1,
    });
    doc.getElementById('book').addEventListener('close', vanish, { once: true });
  };
  const spot = (bar) => ({
    parent: bar.parentElement,
    next: bar.nextElementSibling,
    style: bar.getAttribute('style'),
    from: bar.dataset.from,
    to: bar.dataset.to,
  });
  function place(bar, row, from, to) {
    const left = Math.max(0, 2 * from + 1);
    bar.setAttribute(
      'style',
      '--at:' + left + ';--width:' + Math.max(1, Math.min(2 * DAYS, 2 * to + 1) - left),
    );
    bar.dataset.from = iso(from);
    bar.dataset.to = iso(to);
    if (bar.parentElement !== track(row)) track(row).append(bar);
  }
  /* at once here, then on the server; where it refuses, the bar goes back and its words stand in the toast */
  async function move(bar, row, from, to) {
    const n = nights(bar);
    if (bar.closest('[data-room]') === row && n.from === from && n.to === to) return true;
    const was = spot(bar);
    place(bar, row, from, to);
    const answer = await g.ask('tm:move', {
      booking: bar.dataset.id,
      room: row.dataset.room,
      from: iso(from),
      to: iso(to),
      version: bar.dataset.version,
    });
    if (!answer.failed) {
      if (answer.version) bar.dataset.version = answer.version;
      said.textContent = g.fill(words.put, { room: row.dataset.number, when: span(from, to) });
      return true;
    }
    bar.setAttribute('style', was.style);
    bar.dataset.from = was.from;
    bar.dataset.to = was.to;
    was.parent.insertBefore(bar, was.next && was.next.parentElement === was.parent ? was.next : null);
    said.textContent = words.kept;
    return false;
  }
  function settle(row, from, to, self) {
    const why = clash(row, from, to, self);
    if (why) {
      explain(row, from, to, self, why);
      return false;
    }
    if (self) {
      vanish();
      move(self, row, from, to);
    } else book(row, from, to);
    return true;
  }

  /* ---- a clash: what is in the way, and what is free nearby ---- */
  function near(row, from, to, self) {
    const many = to - from,
      need = self ? Number(self.dataset.guests) : Number(row.dataset.capacity),
      found = [];
    if (!shut(row, self))
      for (let day = Math.max(today, from - many); day <= from + 14 && !found.length; day++)
        if (day !== from && !clash(row, day, day + many, self)) found.push({ row, from: day, to: day + many });
    const others = rows()
      .filter((one) => one !== row && Number(one.dataset.capacity) >= need && from >= today)
      .filter((one) => !clash(one, from, to, self))
      .sort((a, b) => a.dataset.capacity - b.dataset.capacity);
    for (const one of others.slice(0, 3 - found.length)) found.push({ row: one, from, to });
    return found;
  }
  let back = null;
  function explain(row, from, to, self, why) {
    const head = doc.createElement('p'),
      free = near(row, from, to, self);
    head.className = 'head-line';
    head.textContent = told(row, why);
    box.replaceChildren(head);
    if (free.length) {
      const hint = doc.createElement('p'),
        acts = doc.createElement('div');
      hint.textContent = words.near;
      acts.className = 'acts';
      for (const one of free) {
        const b = doc.createElement('button');
        b.type = 'button';
        b.className = 'b b-second';
        b.textContent = one.row.dataset.number + ', ' + span(one.from, one.to);
        b.onclick = () => {
          quiet();
          haunt(one.row, one.from, one.to, self);
          settle(one.row, one.from, one.to, self);
        };
        acts.append(b);
      }
      box.append(hint, acts);
    }
    box.hidden = false;
    const r = ghost.isConnected ? ghost.getBoundingClientRect() : row.getBoundingClientRect();
    const below = r.bottom + 8 + box.offsetHeight < innerHeight;
    box.style.left = Math.max(8, Math.min(r.left, innerWidth - box.offsetWidth - 8)) + 'px';
    box.style.top = (below ? r.bottom + 8 : Math.max(8, r.top - 8 - box.offsetHeight)) + 'px';
    said.textContent = told(row, why);
    back = doc.activeElement;
  }
  function quiet() {
    if (box.hidden) return;
    const inside = box.contains(doc.activeElement);
    box.hidden = true;
    vanish();
    if (inside) (back?.isConnected ? back : cursor).focus({ preventScroll: true });
  }
  doc.addEventListener('pointerdown', (e) => {
    if (!box.contains(e.target)) quiet();
  });

  /* ---- pointer: after 5 px by mouse, after a long press by finger; a click without a way books one night ---- */
  let drag = null,
    lastTouch = 0;
  const dayUnder = (row, x) => {
    const r = track(row).getBoundingClientRect();
    return Math.max(0, Math.min(DAYS - 1, Math.floor(((x - r.left) / r.width) * DAYS)));
  };
  const rowUnder = (y) =>
    rows().find((row) => {
      const r = row.getBoundingClientRect();
      return y >= r.top && y < r.bottom;
    });
  tape.addEventListener('pointerdown', (e) => {
    const on = e.target.closest('.track');
    if (!on || e.button !== 0 || drag) return;
    const row = on.closest('[data-room]'),
      bar = e.target.closest('.tbar:not(.ghost)');
    const edge = bar && edgeOf(bar, e.clientX);
    drag = { row, bar, edge, x: e.clientX, y: e.clientY, touch: e.pointerType !== 'mouse', day: dayUnder(row, e.clientX) };
    if (drag.touch)
      drag.timer = setTimeout(() => {
        if (drag) {
          navigator.vibrate?.(10);
          lift();
        }
      }, 350);
  });
  function edgeOf(bar, x) {
    const r = bar.getBoundingClientRect(),
      grip = Math.min(10, r.width / 4);
    return x > r.right - grip ? 'to' : x < r.left + grip && bar.dataset.status !== 'checked_in' ? 'from' : null;
  }
  function lift() {
    if (drag.bar && !drag.bar.classList.contains('movable')) {
      if (drag.bar.dataset.id || drag.bar.dataset.label) g.toast(g.fill(words.fixed, { what: drag.bar.title }), null, true);
      drag = null;
      return;
    }
    drag.on = true;
    doc.body.classList.add('dragging');
    drag.bar?.classList.add('left');
    getSelection()?.removeAllRanges();
    show(drag.x, drag.y);
  }
  doc.addEventListener('pointermove', (e) => {
    if (!drag) return;
    if (!drag.on) {
      if (Math.hypot(e.clientX - drag.x, e.clientY - drag.y) <= 5) return;
      if (drag.touch) {
        clearTimeout(drag.timer);
        drag = null;
        return;
      }
      lift();
      if (!drag) return;
    }
    e.preventDefault();
    show(e.clientX, e.clientY);
  });
  function show(x, y) {
    const d = drag;
    d.px = x;
    d.py = y;
    if (!d.bar) {
      const day = dayUnder(d.row, x);
      d.to = { row: d.row, from: Math.min(d.day, day), to: Math.max(d.day, day) };
      if (d.to.from === d.to.to) d.to.to++;
    } else {
      const n = nights(d.bar),
        by = dayUnder(d.row, x) - d.day;
      if (d.edge === 'to') d.to = { row: d.row, from: n.from, to: Math.max(n.from + 1, n.to + by) };
      else if (d.edge === 'from') d.to = { row: d.row, from: Math.min(n.to - 1, n.from + by), to: n.to };
      else {
        const stays = d.bar.dataset.status === 'checked_in';
        d.to = { row: rowUnder(y) || d.row, from: n.from + (stays ? 0 : by), to: n.to + (stays ? 0 : by) };
      }
    }
    haunt(d.to.row, d.to.from, d.to.to, d.bar);
    scroll();
  }
  let scrolling = 0;
  function scroll() {
    if (scrolling) return;
    scrolling = requestAnimationFrame(() => {
      scrolling = 0;
      if (!drag?.on) return;
      const r = tape.getBoundingClientRect(),
        was = [tape.scrollLeft, tape.scrollTop];
      if (drag.px > r.right - 40) tape.scrollLeft += 10;
      else if (drag.px < r.left + 120) tape.scrollLeft -= 10;
      if (drag.py > r.bottom - 32) tape.scrollTop += 8;
      else if (drag.py < r.top + 72) tape.scrollTop -= 8;
      if (was[0] !== tape.scrollLeft || was[1] !== tape.scrollTop) show(drag.px, drag.py);
    });
  }
  function drop(keep) {
    const d = drag;
    drag = null;
    if (!d) return;
    clearTimeout(d.timer);
    if (!d.on) {
      /* a click: bars are links by themselves */
      if (keep && !d.bar) {
        haunt(d.row, d.day, d.day + 1);
        settle(d.row, d.day, d.day + 1, null);
      }
      return;
    }
    doc.body.classList.remove('dragging');
    d.bar?.classList.remove('left');
    if (keep && d.to) settle(d.to.row, d.to.from, d.to.to, d.bar);
    else vanish();
    addEventListener('click', hush, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', hush, true), 50);
  }
  const hush = (e) => {
    e.preventDefault();
    e.stopPropagation();
  };
  /* the press that opens a dialog must not press what lies under it */
  doc.addEventListener('pointerup', () => setTimeout(() => drop(true)));
  doc.addEventListener('pointercancel', () => drop(false));
  tape.addEventListener('touchmove', (e) => drag?.on && e.preventDefault(), { passive: false });
  tape.addEventListener('contextmenu', (e) => drag?.touch && e.preventDefault());
  tape.addEventListener('dragstart', (e) => e.preventDefault());
  doc.addEventListener('keydown', (e) => {
    if (e.key !== 'Escape') return;
    if (drag?.on) {
      e.preventDefault();
      drop(false);
    } else if (!box.hidden) {
      e.preventDefault();
      quiet();
    }
  });

  /* ---- keyboard: one cell of the chart has the focus; Space picks, arrows move, Shift and arrows stretch, Enter puts, Escape takes back ---- */
  const cursor = doc.createElement('button');
  cursor.type = 'button';
  cursor.className = 'cursor';
  cursor.dataset.test = 'cursor';
  cursor.setAttribute('aria-describedby', 'tape-keys');
  let here = { room: rows()[0].dataset.room, day: Math.max(0, Math.min(DAYS - 1, today)) },
    held = null;
  const hereRow = () => rows().find((row) => row.dataset.room === here.room) || rows()[0];
  function tell() {
    const row = hereRow(),
      bar = barAt(row, here.day),
      when = full.format(date(here.day));
    if (bar) {
      const n = nights(bar);
      return g.fill(words.taken, {
        room: row.dataset.number,
        day: when,
        who: bar.dataset.label,
        when: span(n.from, n.to),
      });
    }
    return shut(row)
      ? g.fill(words.shut, { room: row.dataset.number })
      : g.fill(words.free, { room: row.dataset.number, day: when });
  }
  function stand(focus) {
    const row = hereRow();
    here.room = row.dataset.room;
    cursor.style.setProperty('--on', here.day);
    cursor.setAttribute('aria-label', tell());
    if (cursor.parentElement !== track(row)) track(row).append(cursor);
    if (!focus) return;
    cursor.focus({ preventScroll: true });
    const r = cursor.getBoundingClientRect(),
      t = tape.getBoundingClientRect(),
      name = $('.tname', row).offsetWidth,
      head = $('.thead', tape).offsetHeight;
    if (r.left < t.left + name) tape.scrollLeft -= t.left + name - r.left;
    if (r.right > t.right) tape.scrollLeft += r.right - t.right;
    if (r.top < t.top + head) tape.scrollTop -= t.top + head - r.top;
    if (r.bottom > t.bottom) tape.scrollTop += r.bottom - t.bottom;
  }
  function hold(bar) {
    const row = hereRow(),
      n = bar ? nights(bar) : { from: here.day, to: here.day + 1 };
    held = { bar, row, from: n.from, to: n.to };
    bar?.classList.add('left', 'held');
    cursor.setAttribute('aria-pressed', 'true');
    haunt(row, n.from, n.to, bar);
    said.textContent = g.fill(bar ? words.picked : words.chosen, {
      who: bar?.dataset.label,
      room: row.dataset.number,
      when: span(n.from, n.to),
    });
  }
  function release() {
    held?.bar?.classList.remove('left', 'held');
    cursor.removeAttribute('aria-pressed');
    held = null;
  }
  function step(dx, dy, stretch) {
    const list = rows();
    if (!held) {
      here.day = Math.max(0, Math.min(DAYS - 1, here.day + dx));
      here.room = (list[list.indexOf(hereRow()) + dy] || hereRow()).dataset.room;
      stand(true);
      return;
    }
    const stays = held.bar?.dataset.status === 'checked_in';
    if (dx && (stretch || !held.bar || stays)) held.to = Math.max(held.from + 1, held.to + dx);
    else if (dx) {
      held.from += dx;
      held.to += dx;
    }
    if (dy) held.row = list[list.indexOf(held.row) + dy] || held.row;
    here = { room: held.row.dataset.room, day: Math.max(0, Math.min(DAYS - 1, dx && (stretch || !held.bar) ? held.to - 1 : held.from)) };
    stand(true);
    const why = haunt(held.row, held.from, held.to, held.bar);
    said.textContent =
      g.fill(words.at, { room: held.row.dataset.number, when: span(held.from, held.to) }) +
      (why ? '. ' + told(held.row, why) : '');
  }
  cursor.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    if (way) {
      e.preventDefault();
      step(way[0], way[1], e.shiftKey);
      return;
    }
    if (e.key === 'Home' || e.key === 'End') {
      e.preventDefault();
      if (!held) {
        here.day = e.key === 'Home' ? 0 : DAYS - 1;
        stand(true);
      }
      return;
    }
    if (e.key === 'Escape' && held) {
      e.preventDefault();
      release();
      vanish();
      said.textContent = words.kept;
      return;
    }
    if (e.key !== ' ' && e.key !== 'Enter') return;
    e.preventDefault();
    keyed = true;
    press(e.key === 'Enter');
  });
  cursor.addEventListener('keyup', () => setTimeout(() => (keyed = false)));
  /* a reader of screens presses without a key */
  let keyed = false;
  cursor.addEventListener('click', () => keyed || press(false));
  function press(opens) {
    if (held) {
      const { row, from, to, bar: self } = held,
        why = clash(row, from, to, self);
      release();
      if (why) {
        explain(row, from, to, self, why);
        $('button', box)?.focus();
        return;
      }
      here = { room: row.dataset.room, day: Math.max(0, Math.min(DAYS - 1, from)) };
      settle(row, from, to, self);
      if (self) stand(true);
      return;
    }
    const bar = barAt(hereRow(), here.day);
    if (!bar) hold(null);
    else if (opens && bar.href) location.assign(bar.href);
    else if (!opens && bar.classList.contains('movable')) hold(bar);
    else said.textContent = opens ? tell() : g.fill(words.fixed, { what: bar.title });
  }
  cursor.addEventListener('blur', () =>
    setTimeout(() => {
      if (held && doc.activeElement !== cursor) {
        release();
        vanish();
      }
    }),
  );
  stand(false);
  doc.addEventListener('live', () => stand(false));
  /* who does not run the hotel hears nothing of the bookings of others, so the chart asks for itself */
  if (words.run !== 'true') setInterval(() => doc.hidden || g.soon?.(), 15000);

  /* on a narrow window today stands at the left */
  if (tape.scrollWidth > tape.clientWidth && today > 0 && today < DAYS) {
    const width = track(rows()[0]).offsetWidth / DAYS;
    tape.scrollLeft = Math.max(0, (today - 0.5) * width);
  }
})();
