// Filling in an application: saves while typing. Every page works without this file.
(function () {
  'use strict';
  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });
  var form = document.querySelector('form[data-autosave]');
  if (!form || !window.fetch || !window.URLSearchParams) { return; }
  var status = form.querySelector('[data-status]'), words = form.dataset, version = form.elements.version;
  var key = 'rivages-apply:' + (form.elements._who ? form.elements._who.value : '') + ':' + location.pathname.replace(/^\/\w+/, '');
  var timer = null, running = false, again = false, stopped = false, dirty = false;
  var sent = snapshot();

  // Everything typed, without files and without what belongs to the page itself.
  function snapshot() {
    var all = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      if (typeof value === 'string' && name !== '_csrf' && name !== 'version' && name !== 'do') { all.append(name, value); }
    });
    return all.toString();
  }
  function typed(text) {
    // The server strips and joins spaces; that alone is no difference.
    return text.split('&').filter(function (pair) { return !/^(tab|_who)=/.test(pair); }).join('&')
      .replace(/(\+|%0D|%0A|%20)+/g, '+').replace(/=\++/g, '=').replace(/\++(&|$)/g, '$1');
  }
  function say(text, bad) {
    status.textContent = text;
    status.classList.toggle('bad', !!bad);
  }
  function keep() {
    try { sessionStorage.setItem(key, JSON.stringify({ version: version.value, text: snapshot() })); } catch (e) { /* no storage: the tab itself still holds it */ }
  }
  function forget() {
    try { sessionStorage.removeItem(key); } catch (e) { /* nothing to forget */ }
  }
  function stop(text, link) {
    stopped = true;
    say(text, true);
    if (link) {
      var a = document.createElement('a');
      a.href = link;
      a.textContent = words.wordsCompare;
      status.append(' ', a);
    }
  }
  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  function save() {
    var now = snapshot();
    if (stopped || typed(now) === typed(sent)) { return Promise.resolve(); }
    if (running) { again = true; return Promise.resolve(); }
    running = true;
    say(words.wordsSaving);
    var body = now + '&version=' + encodeURIComponent(version.value);
    return fetch(form.dataset.autosave, {
      method: 'POST', credentials: 'same-origin', redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8', 'X-CSRF-TOKEN': form.elements._csrf.value },
      body: body
    }).then(function (answer) {
      if (answer.status === 401) { stop(words.wordsExpired); return; }
      if (answer.status === 409) { stop(words.wordsClash, answer.headers.get('X-Merge')); return; }
      if (answer.status === 410) { stop(words.wordsShut); return; }
      if (!answer.ok) { say(words.wordsRefused, true); if (answer.status >= 500) { later(15000); } return; }
      return answer.text().then(function (html) { saved(html, now); });
    }).catch(function () {
      say(words.wordsOffline, true);
      later(10000);
    }).then(function () {
      running = false;
      if (again) { again = false; later(300); }
    });
  }
  function saved(html, now) {
    sent = now;
    var fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-version]');
    if (!fresh) { say(words.wordsRefused, true); return; }
    version.value = fresh.dataset.version;
    say(fresh.dataset.saved);
    var aside = document.querySelector('[data-aside]');
    aside.replaceChildren.apply(aside, Array.prototype.slice.call(fresh.childNodes));
    // The same findings stand beside their questions.
    form.querySelectorAll('[data-criterion]').forEach(function (line) {
      var found = aside.querySelector('[data-criterion="' + line.dataset.criterion + '"]');
      if (!found) { return; }
      line.className = found.className;
      line.querySelector('.tag').replaceWith(found.querySelector('.tag').cloneNode(true));
      var why = found.querySelector('.why').textContent;
      line.querySelector('.why').textContent = why || found.querySelector('strong').textContent;
    });
    if (typed(snapshot()) === typed(now)) { dirty = false; forget(); } else { later(800); }
  }

  // What had not reached the server when this tab was left.
  try {
    var kept = JSON.parse(sessionStorage.getItem(key) || 'null');
    if (kept && typed(kept.text) !== typed(sent)) {
      var fields = new URLSearchParams(kept.text), names = {};
      fields.forEach(function (value, name) { (names[name] = names[name] || []).push(value); });
      Array.prototype.forEach.call(form.elements, function (field) {
        if (!field.name || field.type === 'hidden' || field.type === 'file' || field.type === 'submit') { return; }
        var values = names[field.name] || [];
        if (field.type === 'checkbox' || field.type === 'radio') { field.checked = values.indexOf(field.value) >= 0; } else { field.value = values[0] || ''; }
      });
      form.elements.tab.value = fields.get('tab') || form.elements.tab.value;
      version.value = kept.version;
      dirty = true;
      say(words.wordsFound, true);
      later(2500);
    } else { forget(); }
  } catch (e) { forget(); }

  form.addEventListener('input', function (event) {
    if (event.target.type === 'file') { return; }
    dirty = true;
    keep();
    later(1500);
  });
  form.addEventListener('change', function (event) {
    var input = event.target;
    if (input.type !== 'file') { return; }
    var total = 0;
    Array.prototype.forEach.call(input.files, function (file) { total += file.size; });
    input.setCustomValidity(total > 50 * 1048576 ? words.wordsLarge : '');
    input.reportValidity();
  });
  window.addEventListener('online', function () { if (dirty) { later(200); } });
  // A language link waits for what is typed.
  document.querySelectorAll('.langs a').forEach(function (link) {
    link.addEventListener('click', function (event) {
      if (!dirty || stopped) { return; }
      event.preventDefault();
      clearTimeout(timer);
      var go = function () { location.href = link.href; };
      save().then(go, go);
    });
  });
  form.addEventListener('submit', function () { clearTimeout(timer); keep(); });
})();
