/* The board: cards go by pointer, by keyboard and by menu; they move at once and come back with the reason where the server refuses. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all } = g,
    board = doc.getElementById('board');
  if (!board) return;
  const said = doc.getElementById('board-said'),
    writable = board.classList.contains('writable');
  /* a cell is where a column meets a lane; without lanes it is the whole column */
  const cols = all('.col', board),
    lanes = () => all('.lane', board),
    cellOf = (node) => node.closest('.cards'),
    colOf = (node) => doc.getElementById('col-' + cellOf(node).dataset.col),
    laneOf = (node) => node.closest('.lane'),
    cell = (col, lane) => $('.cards[data-col="' + col.id.slice(4) + '"]', lane || board),
    list = (box) => all('.card:not(.air)', box),
    wide = matchMedia('(min-width: 720px)'),
    folded = (part) => part.classList.contains('folded') && wide.matches;
  const nameOf = (col) => $('h2', col).textContent,
    /* without initials */
    laneName = (lane) => (lane ? doc.getElementById('lane-name-' + lane.dataset.lane).textContent.trim() : '');
  const say = (words, card) => {
    const box = cellOf(card);
    said.textContent = g.fill(words, {
      key: card.dataset.key,
      column: nameOf(colOf(card)),
      lane: laneName(laneOf(card)),
      n: list(box).indexOf(card) + 1,
      total: list(box).length,
    });
  };
  const spot = (card) => ({ parent: card.parentElement, next: card.nextElementSibling });
  const put = (card, where) =>
    where.parent.insertBefore(
      card,
      where.next && where.next.parentElement === where.parent ? where.next : $('.more', where.parent),
    );
  /* why a card that stood in one column may not go to another; the server has the last word */
  const told = (words, col) => (words ? JSON.parse(words)[col.dataset.status] : null);
  function shut(card, from, to) {
    const home = colOf(from),
      target = colOf(to),
      moved = laneOf(from) !== laneOf(to);
    if (moved && laneOf(to).dataset.lane === card.dataset.id)
      return g.fill(board.dataset.own, { key: card.dataset.key });
    if (target === home) return null;
    const { whole, limit } = $('.n', target).dataset;
    const full = limit && Number(whole) >= Number(limit) ? target.dataset.full : null;
    /* what it lacks may be what the other lane gives it */
    return told(home.dataset.shut, target) || (moved ? null : told(card.dataset.lacks, target)) || full;
  }
  const refuse = (card, why) => {
    g.toast(why, null, true);
    said.textContent = g.fill(board.dataset.kept, { key: card.dataset.key }) + ' ' + why;
  };
  function countIn(box, by) {
    count(colOf(box), by);
    const lane = laneOf(box);
    if (lane) $('.n', lane).textContent = Number($('.n', lane).textContent) + by;
  }
  function count(col, by) {
    const n = $('.n', col);
    n.textContent = Number(n.textContent) + by;
    n.dataset.whole = Number(n.dataset.whole) + by;
    n.classList.toggle('full', Boolean(n.dataset.limit) && Number(n.dataset.whole) >= Number(n.dataset.limit));
    const chip = $('[data-jump="' + col.id.slice(4) + '"] .n');
    if (chip) chip.textContent = n.textContent;
  }
  for (const link of all('[data-jump]')) {
    const n = doc.createElement('span');
    n.className = 'n';
    n.textContent = $('.n', doc.getElementById('col-' + link.dataset.jump)).textContent;
    link.append(n);
  }
  doc.addEventListener('live', () => {
    for (const link of all('[data-jump]'))
      $('.n', link).textContent = $('.n', doc.getElementById('col-' + link.dataset.jump)).textContent;
  });

  /* tells the server where a card stands now; `from` is where it stood */
  async function tell(card, from) {
    const box = cellOf(card),
      old = from.parent,
      lane = laneOf(box);
    if (box === old && from.next === card.nextElementSibling) return true;
    const near = (other) => (other && other.classList.contains('card') ? other.dataset.id : null);
    if (box !== old) {
      countIn(old, -1);
      countIn(box, 1);
    }
    const into = lane !== laneOf(old) ? lane.dataset.lane : null;
    const answer = await g.ask('work:move', {
      key: board.dataset.project,
      card: card.dataset.id,
      status: colOf(box).dataset.status,
      from: colOf(old).dataset.status,
      lanes: board.dataset.lanes,
      into,
      after: near(card.previousElementSibling),
      before: near(card.nextElementSibling),
    });
    if (!answer.failed) {
      /* the card shows what its lane stands for */
      if (into !== null) g.soon?.();
      return true;
    }
    const kept = doc.activeElement === card;
    put(card, from);
    if (box !== old) {
      countIn(old, 1);
      countIn(box, -1);
    }
    if (kept) card.focus();
    said.textContent = g.fill(board.dataset.kept, { key: card.dataset.key });
    return false;
  }

  /* ---- pointer: a card leaves its place after 5 px (mouse) or a long press (finger), so that clicks and scrolling stay what they are ---- */
  let drag = null;
  board.addEventListener('pointerdown', (e) => {
    const card = e.target.closest('.card');
    if (!card || e.button !== 0 || e.target.closest('button,input') || drag) return;
    if (!writable) {
      drag = { card, locked: true, x: e.clientX, y: e.clientY };
      return;
    }
    drag = { card, x: e.clientX, y: e.clientY, id: e.pointerId, touch: e.pointerType !== 'mouse' };
    if (drag.touch)
      drag.timer = setTimeout(() => {
        if (drag && !drag.air) {
          navigator.vibrate?.(10);
          lift(drag);
        }
      }, 350);
  });
  doc.addEventListener('pointermove', (e) => {
    if (!drag) return;
    const far = Math.hypot(e.clientX - drag.x, e.clientY - drag.y);
    if (drag.locked) {
      if (far > 8 && e.buttons) {
        g.toast(board.dataset.locked, null, true);
        drag = null;
      }
      return;
    }
    if (!drag.air) {
      if (far <= 5) return;
      if (drag.touch) {
        clearTimeout(drag.timer);
        drag = null;
        return;
      }
      lift(drag);
    }
    e.preventDefault();
    follow(e.clientX, e.clientY);
  });
  board.addEventListener(
    'touchmove',
    (e) => {
      if (drag && drag.air) e.preventDefault();
    },
    { passive: false },
  );
  board.addEventListener('contextmenu', (e) => {
    if (drag && drag.touch) e.preventDefault();
  });
  function lift(d) {
    const r = d.card.getBoundingClientRect();
    d.from = spot(d.card);
    d.dx = d.x - r.left;
    d.dy = d.y - r.top;
    d.air = d.card.cloneNode(true);
    d.air.classList.add('air');
    d.air.removeAttribute('tabindex');
    d.air.setAttribute('aria-hidden', 'true');
    d.air.style.cssText =
      'position:fixed;z-index:70;pointer-events:none;margin:0;width:' +
      r.width +
      'px;left:' +
      r.left +
      'px;top:' +
      r.top +
      'px';
    d.slot = doc.createElement('div');
    d.slot.className = 'slot';
    d.slot.textContent = board.dataset.drop;
    d.slot.style.height = r.height + 'px';
    d.card.classList.add('left');
    d.home = cellOf(d.card);
    for (const box of all('.cards', board)) {
      const no = Boolean(shut(d.card, d.home, box));
      box.classList.toggle('shut', no);
      if (!laneOf(box)) colOf(box).classList.toggle('shut', no);
    }
    doc.body.append(d.air);
    doc.body.classList.add('dragging');
    getSelection()?.removeAllRanges();
    follow(d.x, d.y);
  }
  function follow(x, y) {
    const d = drag;
    d.px = x;
    d.py = y;
    d.air.style.left = x - d.dx + 'px';
    d.air.style.top = y - d.dy + 'px';
    const col = cols.find((c) => {
      const r = c.getBoundingClientRect();
      return x >= r.left - 4 && x < r.right + 4;
    });
    const lane = lanes().find((one) => {
      const r = one.getBoundingClientRect();
      return y >= r.top && y < r.bottom;
    });
    const box = col && (lane || !board.dataset.lanes) ? cell(col, lane) : null;
    for (const c of cols) c.classList.toggle('over', c === col && !board.dataset.lanes);
    for (const c of all('.cards', board)) c.classList.toggle('over', c === box);
    for (const one of lanes()) one.classList.toggle('over', one === lane && Boolean(box));
    d.why = box ? shut(d.card, d.home, box) : null;
    /* the card itself says it: it would hide what stands below it */
    if (d.why) d.air.dataset.why = d.why;
    else delete d.air.dataset.why;
    if (!box || d.why) {
      d.slot.remove();
      if (col) scroll();
      return;
    }
    const middle = y - d.dy + d.air.offsetHeight / 2;
    /* what is folded shows no places: a card goes on top */
    const next = list(box).find((c) => {
      if (c === d.card) return false;
      const r = c.getBoundingClientRect();
      return r.height === 0 || middle < r.top + r.height / 2;
    });
    const home =
      (next === d.card.nextElementSibling && box === cellOf(d.card)) ||
      (!next && box === cellOf(d.card) && list(box).at(-1) === d.card);
    if (home) d.slot.remove();
    else if (d.slot.parentElement !== box || d.slot.nextElementSibling !== (next || $('.more', box)))
      box.insertBefore(d.slot, next || $('.more', box));
    scroll();
  }
  /* near an edge the column or the board scrolls on */
  let scrolling = 0;
  function scroll() {
    if (scrolling) return;
    const step = () => {
      scrolling = 0;
      if (!drag || !drag.air) return;
      const b = board.getBoundingClientRect(),
        over = board.dataset.lanes ? board : $('.col.over .cards', board);
      let moved = false;
      if (drag.px > b.right - 48 || drag.px < b.left + 48) {
        const was = board.scrollLeft;
        board.scrollLeft += drag.px > b.right - 48 ? 10 : -10;
        moved = board.scrollLeft !== was;
      }
      if (over) {
        const r = over.getBoundingClientRect(),
          was = over.scrollTop;
        if (drag.py > r.bottom - 40) over.scrollTop += 8;
        else if (drag.py < r.top + 40) over.scrollTop -= 8;
        moved = moved || over.scrollTop !== was;
      }
      if (moved) {
        follow(drag.px, drag.py);
      }
    };
    scrolling = requestAnimationFrame(step);
  }
  function drop(keep) {
    const d = drag;
    drag = null;
    if (!d) return;
    clearTimeout(d.timer);
    if (!d.air) return;
    doc.body.classList.remove('dragging');
    for (const c of all('.over,.shut', board)) c.classList.remove('over', 'shut');
    d.air.remove();
    d.card.classList.remove('left');
    const there = keep && d.slot.parentElement && !d.why;
    if (keep && d.why) refuse(d.card, d.why);
    if (there) {
      d.slot.replaceWith(d.card);
    }
    d.slot.remove();
    if (there) {
      d.card.focus({ preventScroll: true });
      tell(d.card, d.from).then((ok) => {
        if (ok) say(board.dataset.put, d.card);
      });
    }
    addEventListener('click', hush, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', hush, true), 50);
  }
  const hush = (e) => {
    e.preventDefault();
    e.stopPropagation();
  };
  doc.addEventListener('pointerup', () => drop(true));
  doc.addEventListener('pointercancel', () => drop(false));
  doc.addEventListener('keydown', (e) => {
    if (e.key === 'Escape' && drag && drag.air) {
      e.preventDefault();
      drop(false);
    }
  });
  board.addEventListener('dragstart', (e) => e.preventDefault());

  /* ---- a click opens the card; Ctrl-click in a new tab ---- */
  board.addEventListener('click', (e) => {
    const card = e.target.closest('.card');
    if (!card || e.target.closest('a,button,input')) return;
    const link = $('a.title', card);
    if (e.ctrlKey || e.metaKey) open(link.href, '_blank', 'noopener');
    else link.click();
  });

  /* ---- keyboard: Space picks, arrows move, Space puts, Escape takes back; without a card in hand arrows walk ---- */
  let held = null;
  board.addEventListener('keydown', (e) => {
    const card = e.target.classList.contains('card') ? e.target : null;
    if (!card || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === 'Enter' && !held) {
      e.preventDefault();
      $('a.title', card).click();
      return;
    }
    if (e.key === ' ') {
      e.preventDefault();
      if (held) release();
      else grab(card);
      return;
    }
    if (e.key === 'Escape' && held) {
      e.preventDefault();
      peek(colOf(held.from.parent));
      put(card, held.from);
      held = null;
      card.removeAttribute('aria-pressed');
      card.classList.remove('held');
      card.focus();
      said.textContent = g.fill(board.dataset.kept, { key: card.dataset.key });
      return;
    }
    const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[e.key];
    if (!step) return;
    e.preventDefault();
    const box = cellOf(card),
      at = list(box).indexOf(card);
    if (!held) {
      const to = step[0] ? beside(box, step[0], false) : list(box)[at + step[1]] ? box : over(box, step[1], true);
      if (!to) return;
      const there = list(to);
      (to === box
        ? there[at + step[1]]
        : step[0]
          ? there[Math.min(at, there.length - 1)]
          : there.at(step[1] > 0 ? 0 : -1)
      )?.focus();
      return;
    }
    const rest = list(box).filter((c) => c !== card),
      place = at + step[1];
    let to = box,
      next = null;
    if (step[0]) {
      to = beside(box, step[0], true);
      next = to && list(to)[Math.min(at, list(to).length)];
    } else if (place >= 0 && place <= rest.length) next = rest[place];
    else {
      to = over(box, step[1], false);
      next = to && step[1] > 0 ? list(to)[0] : null;
    }
    if (!to) return;
    peek(colOf(to));
    put(card, { parent: to, next: next || null });
    card.focus();
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    say(board.dataset.at, card);
    const why = shut(card, held.from.parent, to);
    if (why) said.textContent += ' ' + why;
  });
  /* the cell in the next column; one who walks passes by what is folded, a card in hand may go in */
  function beside(box, way, carried) {
    let at = cols.indexOf(colOf(box)) + way;
    while (!carried && cols[at] && folded(cols[at])) at += way;
    return cols[at] ? cell(cols[at], laneOf(box)) : null;
  }
  /* the cell of the same column in the next open lane; who walks wants one with a card */
  function over(box, way, filled) {
    const open = lanes().filter((one) => one === laneOf(box) || !folded(one));
    for (let at = open.indexOf(laneOf(box)) + way; laneOf(box) && open[at]; at += way) {
      const to = cell(colOf(box), open[at]);
      if (!filled || list(to).length) return to;
    }
    return null;
  }
  /* a folded column is open while the card in hand, or the focus, is in it */
  function peek(col) {
    for (const part of all('.peek', board)) part.classList.remove('peek');
    if (!folded(col)) return;
    for (const part of [col, ...all('[data-col="' + col.id.slice(4) + '"]', board)])
      part.classList.add('peek');
  }
  function grab(card) {
    if (!writable) {
      g.toast(board.dataset.locked, null, true);
      return;
    }
    held = { card, from: spot(card) };
    card.setAttribute('aria-pressed', 'true');
    card.classList.add('held');
    say(board.dataset.picked, card);
  }
  function release() {
    const { card, from } = held,
      why = shut(card, from.parent, cellOf(card));
    held = null;
    card.removeAttribute('aria-pressed');
    card.classList.remove('held');
    if (why) {
      put(card, from);
      card.focus();
      refuse(card, why);
      return;
    }
    say(board.dataset.put, card);
    tell(card, from);
  }
  /* whoever leaves a card that is in hand puts it back; moving it takes the focus away for a moment only */
  board.addEventListener('focusout', () =>
    setTimeout(() => {
      if (held && doc.activeElement !== held.card) {
        const { card, from } = held;
        held = null;
        card.classList.remove('held');
        card.removeAttribute('aria-pressed');
        put(card, from);
      }
      if (!doc.activeElement?.closest('.peek')) for (const part of all('.peek', board)) part.classList.remove('peek');
    }),
  );

  /* ---- menu "Move to…": where a card may not go is grey and says why ---- */
  doc.addEventListener('click', (e) => {
    const opener = e.target.closest('[data-pick=status]');
    if (!opener) return;
    const key = opener.closest('[data-task]')?.dataset.task,
      card = opener.closest('.card') || (key && $('.card[data-key="' + key + '"]', board));
    for (const one of all('#menu-status [data-value]')) {
      const to = cols.find((col) => col.dataset.status === one.dataset.value);
      const why = writable
        ? to && card && shut(card, cellOf(card), cell(to, laneOf(card)))
        : board.dataset.locked;
      one.title = why || '';
      if (why) one.setAttribute('aria-disabled', 'true');
      else one.removeAttribute('aria-disabled');
    }
    offerLanes(opener.closest('.card'));
  });
  /* with lanes the menu of a card offers the others, too */
  function offerLanes(card) {
    const menu = doc.getElementById('menu-status');
    $('.to-lane', menu)?.remove();
    if (!card || !board.dataset.lanes || !writable) return;
    const group = doc.createElement('div'),
      head = doc.createElement('div');
    group.className = 'to-lane';
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', board.dataset.lanesHead);
    head.className = 'head-line';
    head.setAttribute('aria-hidden', 'true');
    head.textContent = board.dataset.lanesHead;
    group.append(head);
    for (const lane of lanes()) {
      if (lane === laneOf(card)) continue;
      const one = doc.createElement('button'),
        name = doc.createElement('span'),
        why = shut(card, cellOf(card), cell(colOf(card), lane));
      one.type = 'button';
      one.setAttribute('role', 'menuitem');
      one.dataset.value = 'lane:' + lane.dataset.lane;
      name.className = 'cut';
      name.textContent = laneName(lane);
      one.append(name);
      if (why) {
        one.title = why;
        one.setAttribute('aria-disabled', 'true');
      }
      group.append(one);
    }
    if (group.children.length > 1) menu.append(group);
  }
  board.addEventListener('pick', async (e) => {
    const card = e.target.closest('.card'),
      lane = card && lanes().find((one) => 'lane:' + one.dataset.lane === e.detail.value),
      col = lane ? colOf(card) : cols.find((one) => one.dataset.status === e.detail.value);
    if (!card || !col || (!lane && colOf(card) === col)) return;
    if (!writable) {
      g.toast(board.dataset.locked, null, true);
      return;
    }
    const to = cell(col, lane || laneOf(card)),
      why = shut(card, cellOf(card), to);
    if (why) {
      refuse(card, why);
      return;
    }
    const from = spot(card);
    peek(col);
    put(card, { parent: to, next: list(to)[0] || null });
    card.focus({ preventScroll: true });
    if (await tell(card, from)) say(board.dataset.put, card);
  });

  /* ---- quick add: type, Enter, next ---- */
  async function add(input, title, values) {
    const status = input.dataset.quick;
    const answer = await g.ask('work:add', { ...values, key: board.dataset.project, status, title });
    if (answer.failed) return false;
    const made = () => answer.task && $('[data-id="' + answer.task + '"]', board);
    if (board.dataset.lanes) {
      doc.addEventListener('live', () => made()?.scrollIntoView({ block: 'nearest' }), { once: true });
      g.soon?.();
    }
    made()?.scrollIntoView({ block: 'nearest' });
    const col = cols.find((one) => one.dataset.status === input.dataset.quick);
    const chip = $('[data-jump="' + col.id.slice(4) + '"] .n');
    if (chip) chip.textContent = $('.n', col).textContent;
    return true;
  }
  board.addEventListener('keydown', (e) => {
    const input = e.target.closest('[data-quick]');
    if (input) g.nextLine(e, (title, values) => add(input, title, values));
  });

  /* ---- phone: the strip of marks jumps to a column and follows the finger ---- */
  const jumps = all('[data-jump]');
  doc.addEventListener('click', (e) => {
    const link = e.target.closest('[data-jump]');
    if (!link) return;
    e.preventDefault();
    const col = doc.getElementById('col-' + link.dataset.jump);
    board.scrollTo({
      left: col.offsetLeft - board.offsetLeft - 16,
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });
  });
  const nearest = () =>
    cols.reduce((best, col) =>
      Math.abs(col.offsetLeft - board.offsetLeft - board.scrollLeft) <
      Math.abs(best.offsetLeft - board.offsetLeft - board.scrollLeft)
        ? col
        : best,
    );
  const follows = () => {
    const at = nearest().id.slice(4);
    for (const link of jumps) {
      if (link.dataset.jump === at) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  board.addEventListener('scroll', () => requestAnimationFrame(follows), { passive: true });
  follows();
})();
