/* The dialog for a new task, on every page. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all, ask } = g;
  const dialog = doc.getElementById('new-task');
  const title = doc.getElementById('nt-title'),
    text = doc.getElementById('nt-text'),
    wrong = doc.getElementById('nt-wrong'),
    button = doc.getElementById('nt-create'),
    said = doc.getElementById('nt-said'),
    another = doc.getElementById('nt-another');
  const chips = all('[data-pick]', dialog),
    plain = new Map(chips.map((chip) => [chip, [...chip.childNodes].map((node) => node.cloneNode(true))]));
  let values = {},
    loaded = null,
    chosenProject = false;
  new MutationObserver(() => {
    if (dialog.open) opened();
  }).observe(dialog, { attributes: true, attributeFilter: ['open'] });
  function opened() {
    clear();
    said.textContent = '';
    const here = $('[data-project]:not([data-project=""])'),
      last = dialog.dataset.last;
    chosenProject = false;
    project(here ? here.dataset.project : last || '');
    menus().then(settle);
  }
  /* what can be chosen, fetched once */
  function menus() {
    loaded = loaded || ask('nt:load', {}, 'nt-choices');
    return loaded;
  }
  g.newTaskMenus = menus;
  /* what was preselected may be closed to the reader: then the first project that is open */
  function settle() {
    const keys = all('#nt-menu-project [data-value]').map((one) => one.dataset.value);
    if (chosenProject) return;
    if (!keys.includes(values.project || '') || (!values.project && keys.length > 1)) project(keys[1] || '');
  }
  function project(key) {
    values.project = key;
    dialog.dataset.in = key;
    const words = $('#nt-project [data-text]'),
      one = all('#nt-menu-project [data-value]').find((o) => o.dataset.value === key);
    words.textContent = key || (one ? one.dataset.text : words.dataset.none || words.textContent);
    if (!key) words.dataset.none = words.textContent;
  }
  function bare(chip) {
    chip.classList.remove('on');
    chip.replaceChildren(...plain.get(chip).map((node) => node.cloneNode(true)));
  }
  function clear() {
    const keep = values.project;
    values = { project: keep };
    title.value = '';
    text.value = '';
    wrong.hidden = true;
    title.removeAttribute('aria-invalid');
    for (const chip of chips) if (chip.dataset.pick !== 'project') bare(chip);
    for (const box of all('#nt-menu-tags input[type=checkbox]')) box.checked = false;
    size();
  }
  const size = () => {
    if (!CSS.supports('field-sizing', 'content')) {
      title.style.height = 'auto';
      title.style.height = title.scrollHeight + 'px';
    }
  };
  dialog.addEventListener('pick', (e) => {
    const { field, value, one } = e.detail,
      chip = e.target;
    if (field === 'project') {
      chosenProject = true;
      values.project = dialog.dataset.in = value;
      /* another project may not have it */
      bare(chips.find((one) => one.dataset.pick === 'status'));
      delete values.status;
      $('[data-text]', chip).textContent = one.dataset.text;
      return;
    }
    values[field] = value;
    if (!value) {
      bare(chip);
      return;
    }
    chip.classList.add('on');
    const icon = plain
      .get(chip)
      .find((node) => node.nodeName.toLowerCase() === 'svg')
      .cloneNode(true);
    if (field === 'tags') chip.replaceChildren(icon, value.split('\n').join(', '));
    else if (field === 'due')
      chip.replaceChildren(
        icon,
        new Date(value.includes('T') ? value : value + 'T00:00').toLocaleString(doc.documentElement.lang, {
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          ...(value.includes('T') ? { hour: 'numeric', minute: '2-digit' } : {}),
        }),
      );
    else chip.replaceChildren(...[...one.childNodes].map((node) => node.cloneNode(true)));
  });
  async function create() {
    if (button.getAttribute('aria-busy') === 'true') return;
    const words = title.value.replace(/\s+/g, ' ').trim();
    if (!words) {
      title.focus();
      title.setAttribute('aria-invalid', 'true');
      return;
    }
    button.setAttribute('aria-busy', 'true');
    wrong.hidden = true;
    const answer = await ask('nt:create', {
      ...values,
      title: words,
      text: text.value,
      another: another.checked ? '1' : null,
    });
    button.removeAttribute('aria-busy');
    if (answer.wrong || answer.failed) {
      wrong.textContent = answer.wrong || $('#toast').dataset.gone;
      wrong.hidden = false;
      title.focus();
      return;
    }
    if (answer.key && values.project) dialog.dataset.last = values.project;
    if (another.checked) {
      dialog.dataset.made = '1';
      clear();
      said.textContent = dialog.dataset.done.replace('{0}', answer.key);
      title.focus();
    } else if (answer.key) {
      delete dialog.dataset.made;
      dialog.close();
    }
  }
  /* a chip that is faster than its menu: the menu opens as soon as it is here */
  let eager = null;
  dialog.addEventListener('click', (e) => {
    const chip = e.target.closest('[popovertarget]');
    eager = null;
    if (!chip || doc.getElementById(chip.getAttribute('popovertarget')) || !loaded) return;
    eager = chip;
    chip.setAttribute('aria-busy', 'true');
    loaded.then(() => {
      chip.removeAttribute('aria-busy');
      if (eager === chip && dialog.open && doc.getElementById(chip.getAttribute('popovertarget')))
        chip.click();
    });
  });
  dialog.addEventListener('close', () => {
    if (dialog.dataset.made && /\/(my-work|list|board|calendar)(\/|$)/.test(location.pathname)) location.reload();
    delete dialog.dataset.made;
  });
  button.addEventListener('click', create);
  title.addEventListener('input', () => {
    title.removeAttribute('aria-invalid');
    size();
  });
  dialog.addEventListener('keydown', (e) => {
    if (e.key !== 'Enter' || e.isComposing) return;
    if (e.target === title || ((e.ctrlKey || e.metaKey) && !e.target.closest('[popover]'))) {
      e.preventDefault();
      e.stopPropagation();
      create();
    }
  });
  const params = new URLSearchParams(location.search);
  /* what a page makes anew: projects on theirs, tasks on all others */
  if (params.get('new') === '1') g.open(doc.getElementById('new-project') ? 'new-project' : 'new-task');
})();
