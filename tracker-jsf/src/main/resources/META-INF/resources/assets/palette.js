/* The palette of Ctrl+K. It keeps no list of its own: what can be done is what the page offers by its navigation, menus and properties; tasks and projects are asked for. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all, ask, keep } = g,
    dialog = doc.getElementById('palette'),
    input = doc.getElementById('palette-text');
  if (!dialog || !input) return;
  const words = dialog.dataset,
    said = doc.getElementById('palette-said'),
    count = doc.getElementById('palette-count'),
    RECENT = 'gerask.recent.' + doc.body.dataset.me,
    KEPT = 5,
    MOST = 8 /* of what the page offers, for a text */,
    GAP = 150;
  const behind = new WeakMap(); /* what a row stands for */
  let offered = [],
    asked = [],
    turn = 0,
    timer = 0;

  /* ---- what there is: {name, words, of, icon, keys, href or act}; the name is the same on each page ---- */
  const whole = (node) => node.textContent.replace(/\s+/g, ' ').trim();
  const text = (node) => whole(($('.av', node) && $('.cut', node)) || node); /* a person without initials */
  const sign = (node) => $('svg', node)?.cloneNode(true) || null;
  function icon(name) {
    const svg = doc.createElementNS('http://www.w3.org/2000/svg', 'svg'),
      use = doc.createElementNS('http://www.w3.org/2000/svg', 'use');
    svg.setAttribute('class', 'i');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', words.icons + '#' + name);
    svg.append(use);
    return svg;
  }
  function places() {
    const found = new Map();
    for (const link of all('.side nav a, #more-menu a, #me-menu a[href]')) {
      const href = link.getAttribute('href');
      if (href && href !== '#' && !found.has(href))
        found.set(href, {
          name: href,
          words: link.title || text(link),
          of: words.go,
          icon: sign(link),
          href,
        });
    }
    return [...found.values()];
  }
  /* what is done often, and the rest */
  function acts() {
    let found = [];
    const act = (name, label, picture, run, keys) =>
      found.push({ name, words: label, of: words.do, icon: picture, act: run, keys });
    act('new', words.newTask, icon('plus'), () => g.newTask(), 'C');
    const shown = g.shown();
    if (shown?.operation) act('undo', words.undo, icon('undo'), () => g.takeBack(shown.operation), 'Ctrl Z');
    const first = found;
    found = [];
    for (const on of all('#me-menu [data-opens]:not([data-opens=palette])'))
      act('opens ' + on.dataset.opens, text(on), sign(on), () => g.open(on.dataset.opens), '?');
    for (const on of all('#me-menu .seg :is(a, button):not([aria-current=true],[aria-pressed=true])')) {
      const group = on.closest('[role=group]').getAttribute('aria-label'),
        pictures = { light: 'sun', dark: 'moon', system: 'device', ru: 'globe', en: 'globe' };
      act(
        on.id || 'density ' + on.dataset.densitySet,
        group + ': ' + text(on),
        icon(pictures[on.id.split(':').pop()] || 'lines'),
        () => on.click(),
      );
    }
    const out = $('#me-menu [data-leaves]');
    if (out) act('out', text(out), sign(out), () => out.click());
    return [first, found];
  }
  /* what is pressed later may have been drawn afresh meanwhile */
  const press = (on, where) => (on.isConnected ? on : all(where).find((one) => text(one) === text(on)))?.click();
  /* of an open task: each property, and each value of those with few */
  function ofTask() {
    const found = [],
      keys = { status: 'S', assignee: 'A', priority: 'P', due: 'D', tags: 'L' };
    const steps = '.task-main [data-set-field]:not(:disabled)';
    for (const on of all(steps))
      found.push({ name: '', words: text(on), of: words.ofTask, icon: sign(on) || icon('arrow-right'), act: () => press(on, steps) });
    for (const on of all('.props [data-pick]:not(:disabled)')) {
      const label = text($('dt', on.closest('div'))),
        opener = () => $('.props [data-pick="' + on.dataset.pick + '"]')?.click(),
        menu = doc.getElementById(on.getAttribute('popovertarget'));
      found.push({ name: '', words: label + '…', of: words.ofTask, icon: sign(on) || icon('person'), act: opener, keys: keys[on.dataset.pick] });
      for (const one of menu ? all('[data-value],[data-days]', menu) : [])
        if (one.dataset.value === undefined || one.dataset.value !== (on.dataset.was || ''))
          found.push({
            name: '',
            words: label + ': ' + text(one),
            of: words.ofTask,
            icon: sign(one) || icon('person'),
            value: true,
            act: () => {
              opener();
              press(one, '#' + menu.id + ' [data-value], #' + menu.id + ' [data-days]');
            },
          });
    }
    return found;
  }
  /* of ticked rows: what their bar offers */
  const ofTicked = () =>
    all('[data-test=bulk]:not([hidden]) button:not(:disabled,[hidden])')
      .filter((on) => on.offsetParent && text(on))
      .map((on) => ({ name: '', words: text(on), of: words.do, icon: sign(on), act: () => on.click() }));

  /* ---- how well words fit what is typed: letters in their order, better at the beginnings of words and side by side ---- */
  const plain = (some) => some.toLowerCase().replace(/ё/g, 'е');
  function fit(label, typed) {
    const there = plain(label);
    if (there.includes(typed)) return 100 + (there.startsWith(typed) ? 20 : 0) + (there.includes(' ' + typed) ? 10 : 0) - there.length / 100;
    let at = -1,
      sum = 0;
    for (const letter of typed.replace(/\s+/g, '')) {
      const next = there.indexOf(letter, at + 1);
      if (next < 0) return 0;
      sum += next === at + 1 ? 3 : !next || /[^\p{L}\p{N}]/u.test(there[next - 1]) ? 3 : 0;
      at = next;
    }
    return sum >= typed.length ? sum : 0;
  }

  /* ---- what was taken last comes first ---- */
  function recent() {
    try {
      return JSON.parse(keep.get(RECENT) || '[]');
    } catch {
      return [];
    }
  }
  function remember(one) {
    if (!one.name) return;
    const mine = { name: one.name, words: one.words, href: one.href, of: one.of },
      rest = recent().filter((other) => other.name !== one.name);
    keep.set(RECENT, JSON.stringify([mine, ...rest].slice(0, KEPT)));
  }
  function last() {
    return recent()
      .map((one) => offered.find((other) => other.name === one.name) || (one.href ? { ...one, icon: icon('history') } : null))
      .filter((one) => one && one.href !== location.pathname + location.search);
  }

  /* ---- rows ---- */
  function row(one) {
    const line = doc.createElement(one.href ? 'a' : 'div');
    if (one.href) {
      line.href = one.href;
      line.tabIndex = -1;
    }
    const part = (name, some) => Object.assign(doc.createElement('span'), { className: name, textContent: some });
    line.append(one.icon?.cloneNode(true) || icon('arrow-right'));
    if (one.key) line.append(part('key', one.key));
    line.append(part('cut', one.words));
    if (one.keys) line.append(...one.keys.split(' ').map((key) => Object.assign(doc.createElement('kbd'), { textContent: key })));
    line.append(part('of', one.of));
    behind.set(line, one);
    return line;
  }
  const choices = g.combo(input, doc.getElementById('palette-box'), (line, e) => {
    const one = line && behind.get(line);
    if (!one) return true;
    remember(one);
    if (one.href && (e.ctrlKey || e.metaKey)) {
      open(one.href, '_blank', 'noopener');
      return true;
    }
    dialog.close();
    if (one.href) location.assign(one.href);
    else one.act();
    return true;
  });
  function show() {
    const typed = plain(input.value.trim());
    let found;
    if (typed) {
      const rated = [...new Set([...last(), ...offered])].map((one, place) => ({ one, rate: fit(one.words, typed) / (one.name === 'out' ? 2 : 1) - place / 1000 }));
      found = rated
        .filter(({ rate }) => rate > 0)
        .sort((a, b) => b.rate - a.rate)
        .slice(0, MOST)
        .map(({ one }) => one);
      const there = new Set(found.map((one) => one.name));
      found.push(...asked.filter((one) => !there.has(one.name)));
    } else {
      const before = last();
      found = [...before, ...offered.filter((one) => !one.value && !before.includes(one))];
    }
    choices.show(found.map(row));
    choices.first();
    said.hidden = found.length > 0;
    count.textContent = found.length ? g.fill(words.count, { n: found.length }) : words.none;
  }
  /* tasks and projects with these words; what the page offers is shown meanwhile */
  async function look() {
    const typed = input.value.trim(),
      mine = ++turn;
    if (typed.length < 2) return;
    const [tasks, projects] = await Promise.all([ofWords(typed), ofNames(typed)]);
    if (mine !== turn || !dialog.open) return;
    asked = [...projects, ...tasks];
    show();
  }
  async function ofWords(typed) {
    const answer = await ask('fi:find', { text: typed });
    return answer.failed
      ? []
      : JSON.parse(answer.found).map((one) => ({
          name: words.task + one.key,
          key: one.key,
          words: one.title,
          of: words.ofTask,
          icon: icon('t-task'),
          href: words.task + one.key,
        }));
  }
  async function ofNames(typed) {
    const came = await g.choices('project', '', typed);
    return all('[data-value]', came || doc.createElement('ul'))
      .filter((one) => fit(whole(one), plain(typed)))
      .slice(0, 5)
      .map((one) => ({
        name: words.board + one.dataset.value,
        key: one.dataset.value,
        words: whole($('.cut', one)),
        of: words.ofProject,
        icon: icon('box'),
        href: words.board + one.dataset.value,
      }));
  }

  /* ---- opening ---- */
  function begin() {
    const [first, rest] = acts();
    offered = [...ofTicked(), ...ofTask(), ...first, ...places(), ...rest];
    show();
  }
  input.addEventListener('focus', begin);
  input.addEventListener('input', () => {
    turn++;
    asked = [];
    show();
    clearTimeout(timer);
    timer = setTimeout(look, GAP);
  });
  dialog.addEventListener('close', () => {
    turn++;
    clearTimeout(timer);
    input.value = '';
    asked = [];
  });
  dialog.addEventListener(
    'keydown',
    (e) => {
      if (e.key !== 'Escape') return;
      e.preventDefault();
      e.stopPropagation();
      dialog.close();
    },
    true,
  );
  doc.addEventListener('keydown', (e) => {
    if (e.code !== 'KeyK' || !(e.ctrlKey || e.metaKey) || e.shiftKey || e.altKey) return;
    e.preventDefault();
    if (dialog.open) dialog.close();
    else if (!$('dialog[open]')) g.open('palette');
  });
})();
