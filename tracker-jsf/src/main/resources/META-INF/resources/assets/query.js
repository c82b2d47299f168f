/* The query of the list: what may come next is offered while one types. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { all } = g;
  const input = doc.getElementById('query'),
    box = doc.getElementById('query-box');
  if (!input || !box) return;
  const equal = ['=', '!=', 'in (', 'not in ('],
    ordered = ['=', '!=', '<', '<=', '>', '>='],
    empty = ['is empty', 'is not empty'],
    times = [
      'today()',
      'now()',
      'startOfWeek()',
      'endOfWeek()',
      'startOfMonth()',
      'endOfMonth()',
      '-7d',
      '+2w',
    ],
    fields = {
      project: [...equal, ...empty],
      key: equal,
      title: ['~', '=', '!='],
      description: ['~', ...empty],
      text: ['~'],
      status: equal,
      priority: [...equal, '<', '<=', '>', '>='],
      tag: [...equal, ...empty],
      assignee: [...equal, ...empty],
      creator: equal,
      due: [...ordered, ...empty],
      created: ordered,
      updated: ordered,
      parent: [...equal, ...empty],
      type: equal,
    },
    flags = ['open', 'closed', 'overdue', 'mine', 'unassigned', 'subtask'],
    orders = ['created', 'updated', 'due', 'priority', 'key', 'title', 'status'];
  const named = (field) =>
    all('#query-values data')
      .filter((one) => one.value === field)
      .map((one) => one.textContent);
  const values = (field) =>
    ({
      status: ['todo', 'in_progress', 'done', 'canceled'],
      priority: ['low', 'normal', 'high'],
      project: [...named('project'), 'none'],
      tag: [...named('tag'), 'none'],
      assignee: ['me', 'none', ...named('assignee')],
      creator: ['me', ...named('assignee')],
      parent: ['none'],
      due: times,
      created: times,
      updated: times,
    })[field] || [];
  const quoted = (word) => (/[\s"(),=<>~!]/.test(word.replace(/\(\)$/, '')) ? JSON.stringify(word) : word);

  /* what may stand at the caret: the words, and how much of one is there already */
  function next() {
    const before = input.value.slice(0, input.selectionStart);
    if ((before.replace(/\\["\\]/g, '').split('"').length - 1) % 2) return { words: [], typed: '' };
    const typed = /[^\s"(),=<>~!]*$/.exec(before)[0],
      rest = before.slice(0, before.length - typed.length),
      after =
        /(\w+)\s*(?:!=|<=|>=|=|<|>|~)\s*$/.exec(rest) ||
        /(\w+)\s+(?:not\s+)?in\s*\((?:[^()]*,)?\s*$/i.exec(rest);
    if (after) return { words: values(after[1].toLowerCase()).map(quoted), typed };
    if (/(?:^|\s)order\s+by\s+(?:[\w\s]+,\s*)*$/i.test(rest)) return { words: orders, typed };
    if (/(?:^|\s)order\s+by\s.*\w\s+$/i.test(rest)) return { words: ['desc', 'asc'], typed };
    if (/(?:^|\s|\()is\s+$/i.test(rest)) return { words: [...flags, 'empty', 'not empty'], typed };
    const field = /(?:^|\s|\()(\w+)\s+$/.exec(rest),
      known = field && Object.hasOwn(fields, field[1].toLowerCase()) ? fields[field[1].toLowerCase()] : null;
    if (known && !/[=<>~]\s*\w+\s+$/.test(rest)) return { words: known, typed };
    if (/(?:^|\(|\b(?:and|or|not))\s*$/i.test(rest))
      return { words: [...Object.keys(fields), 'is', 'not', 'order by'], typed };
    return { words: ['and', 'or', 'order by'], typed };
  }
  const choices = g.combo(input, box, (one) => {
    if (!one) return false;
    const { typed } = next(),
      end = input.selectionStart,
      start = end - typed.length,
      word = one.dataset.word,
      gap = word.endsWith('(') ? '' : ' ';
    input.setRangeText(word + gap, start, end, 'end');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  });
  function offer() {
    const { words, typed } = next(),
      small = typed.toLowerCase(),
      fit = words.filter((word) => word.replace(/^"/, '').toLowerCase().startsWith(small) && word !== typed);
    if (!fit.length) {
      choices.close();
      return;
    }
    choices.show(
      fit.slice(0, 12).map((word) => {
        const row = doc.createElement('div');
        row.dataset.word = word;
        row.textContent = word;
        return row;
      }),
    );
  }
  input.addEventListener('input', offer);
  input.addEventListener('keydown', (e) => {
    if (e.key === 'ArrowDown' && box.hidden) offer();
  });
})();
