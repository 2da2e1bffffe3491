// The attendance sheet without network: each tap is kept on this device with its time, and sent later.
(function () {
  'use strict';
  var form = document.querySelector('form[data-attendance]');
  if (!form || !window.localStorage) { return; }
  var key = 'attendance:' + form.dataset.attendance, state = form.querySelector('[data-state]');
  function kept() { try { return JSON.parse(localStorage.getItem(key)) || {}; } catch (e) { return {}; } }
  function keep(marks) {
    if (Object.keys(marks).length) { localStorage.setItem(key, JSON.stringify(marks)); } else { localStorage.removeItem(key); }
  }
  function field(id) { return form.querySelector('input[name="at-' + id + '"]'); }
  // What was kept here and never sent stands on the sheet again.
  var marks = kept();
  Object.keys(marks).forEach(function (id) {
    var box = form.querySelector('input[name=present][value="' + id + '"]');
    if (box) { box.checked = marks[id].present; field(id).value = marks[id].at; }
  });
  if (Object.keys(marks).length) { state.textContent = form.dataset.kept; }
  form.addEventListener('change', function (event) {
    if (event.target.name !== 'present') { return; }
    var now = Date.now(), all = kept();
    all[event.target.value] = { present: event.target.checked, at: now };
    field(event.target.value).value = now;
    keep(all);
    state.textContent = form.dataset.kept;
    send();
  });
  var sending = false;
  function send() {
    var all = kept(), ids = Object.keys(all), reason = form.querySelector('[name=reason]');
    if (!ids.length || sending || reason) { return; }
    sending = true;
    var data = new URLSearchParams();
    ['_csrf', '_who', 'half'].forEach(function (name) { data.append(name, form.querySelector('[name=' + name + ']').value); });
    ids.forEach(function (id) {
      data.append('listed', id);
      if (all[id].present) { data.append('present', id); }
      data.append('at-' + id, all[id].at);
    });
    fetch(form.action, { method: 'POST', body: data, redirect: 'follow' }).then(function (answer) {
      sending = false;
      if (!answer.ok || answer.url.indexOf('/sign-in') >= 0) { return; }
      var rest = kept();
      ids.forEach(function (id) { if (rest[id] && rest[id].at === all[id].at) { delete rest[id]; } });
      keep(rest);
      state.textContent = form.dataset.sent;
      if (Object.keys(rest).length) { send(); }
    }, function () { sending = false; });
  }
  window.addEventListener('online', send);
  setInterval(send, 20000);
  send();
})();
