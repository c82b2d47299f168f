/* Files on their way: sent one after the other with their progress; what is refused says why beside its name. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $ } = g;

  function button(label, act) {
    const one = doc.createElement('button');
    one.type = 'button';
    one.className = 'b';
    one.textContent = label;
    one.onclick = act;
    return one;
  }
  function line(file) {
    const row = doc.createElement('li'),
      name = doc.createElement('span'),
      bar = doc.createElement('progress');
    name.className = 'name';
    name.textContent = file.name;
    bar.max = file.size || 1;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    row.append(name, bar);
    doc.getElementById('sending').append(row);
    return row;
  }
  function refuse(row, text, words) {
    const why = doc.createElement('span');
    why.className = 'why';
    why.setAttribute('role', 'alert');
    why.textContent = text;
    row.classList.add('bad');
    row.replaceChildren(
      $('.name', row),
      why,
      button(words.close, () => row.remove()),
    );
  }
  /* resolves when it is there, refused or called off */
  function send(file, row, address, words) {
    return new Promise((done) => {
      const call = new XMLHttpRequest(),
        body = new FormData();
      body.append('file', file, file.name);
      call.open('POST', address);
      call.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
      call.responseType = 'json';
      call.upload.onprogress = (e) => {
        $('progress', row).value = e.loaded;
      };
      call.onload = () => {
        if (call.status >= 200 && call.status < 300) row.remove();
        else {
          if (call.status === 401) g.open('signed-out');
          refuse(row, call.response?.error?.message || words.failed, words);
        }
        done();
      };
      call.onerror = () => {
        refuse(row, words.failed, words);
        done();
      };
      call.onabort = () => {
        row.remove();
        done();
      };
      row.append(button(words.cancel, () => call.abort()));
      call.send(body);
    });
  }
  let last = Promise.resolve();
  /* words: what the label of the chooser says in its data; show: asks for what is there afresh */
  g.send = (files, address, words, show) => {
    for (const file of files) {
      const row = line(file);
      if (file.size > Number(words.largest)) {
        refuse(row, words.large, words);
        continue;
      }
      last = last.then(() => send(file, row, address(), words)).then(show);
    }
  };
})();
