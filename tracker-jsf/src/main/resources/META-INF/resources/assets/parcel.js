/* A project from another instance: the file stays in the browser; what it would bring is told by a trial, then it comes in. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $ } = g;
  const page = doc.getElementById('parcel'),
    words = page.dataset,
    chooser = doc.getElementById('parcel-file'),
    wrong = doc.getElementById('parcel-wrong'),
    plan = doc.getElementById('parcel-plan'),
    key = doc.getElementById('parcel-key'),
    go = doc.getElementById('parcel-go');
  let file = null,
    tried = null;

  function refuse(text, aboutKey) {
    wrong.textContent = text;
    wrong.hidden = false;
    go.disabled = true;
    doc.getElementById('parcel-rename').hidden = !aboutKey && !key.value;
    if (aboutKey) key.focus();
    else plan.hidden = true;
  }
  function tell(told) {
    tried = key.value;
    wrong.hidden = true;
    plan.hidden = false;
    doc.getElementById('parcel-name').textContent = told.key + ' · ' + told.name;
    for (const what of plan.querySelectorAll('[data-count]'))
      what.textContent = told.created[what.dataset.count];
    const left = Object.values(told.left_out).reduce((a, b) => a + b, 0),
      hint = doc.getElementById('parcel-left');
    hint.hidden = !left;
    hint.textContent = words.left
      .replace('%f', told.left_out.attachments)
      .replace('%l', told.left_out.links)
      .replace('%p', told.left_out.parents);
    go.disabled = false;
  }
  async function send(trial) {
    if (!file) return;
    page.setAttribute('aria-busy', 'true');
    go.disabled = true;
    try {
      const query = new URLSearchParams({ dry_run: trial, key: key.value });
      const answer = await fetch(g.base + '/import-project?' + query, {
        method: 'POST',
        body: file,
        headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest' },
      });
      if (answer.status === 401) g.open('signed-out');
      const told = await answer.json();
      if (!answer.ok) refuse(told.error.message, told.error.key);
      else if (trial) tell(told);
      else location.assign(g.base + '/board/' + told.key);
    } catch {
      refuse(words.failed, false);
    } finally {
      page.removeAttribute('aria-busy');
    }
  }
  function take(chosen) {
    if (!chosen) return;
    file = chosen;
    key.value = '';
    doc.getElementById('parcel-rename').hidden = true;
    $('.hint', doc.getElementById('parcel-drop')).textContent = file.name;
    send(true);
  }
  chooser.onchange = () => take(chooser.files[0]);
  key.onchange = () => send(true);
  go.onclick = () => send(key.value !== tried);
  page.addEventListener('dragover', (e) => e.preventDefault());
  page.addEventListener('drop', (e) => {
    e.preventDefault();
    take(e.dataTransfer.files[0]);
  });
})();
