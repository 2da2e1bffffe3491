// Enhancements of every page; each page works without this file.
(function () {
  'use strict';
  document.documentElement.classList.add('js');
  // htmx sends the form token of the page as a header.
  document.addEventListener('htmx:configRequest', function (event) {
    var token = document.querySelector('meta[name=csrf]');
    if (token) { event.detail.headers['X-CSRF-TOKEN'] = token.content; }
  });
  // A form is sent once: a second click while the first is under way does nothing.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.method !== 'post') { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    setTimeout(function () { delete form.dataset.sent; }, 8000);
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; });
  });
  // Countdown: the server prints the numbers, this keeps them fresh.
  document.querySelectorAll('[data-deadline]').forEach(function (clock) {
    var end = Date.parse(clock.dataset.deadline), parts = clock.querySelectorAll('b');
    function tick() {
      var minutes = Math.max(0, Math.floor((end - Date.now()) / 60000));
      parts[0].textContent = Math.floor(minutes / 1440);
      parts[1].textContent = Math.floor(minutes % 1440 / 60);
      parts[2].textContent = minutes % 60;
    }
    tick();
    setInterval(tick, 30000);
  });
  // A moment in the reader's own zone, beside the one of the call.
  document.querySelectorAll('time[data-local]').forEach(function (time) {
    var at = new Date(time.dateTime), zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone === time.dataset.local) { return; }
    var locale = document.documentElement.lang === 'ar' ? 'ar-u-nu-latn' : document.documentElement.lang;
    var target = document.getElementById(time.dataset.localTarget);
    if (target) {
      target.querySelector('span').textContent = new Intl.DateTimeFormat(locale,
        { dateStyle: 'long', timeStyle: 'short' }).format(at) + ' (' + zone + ')';
      target.hidden = false;
    }
  });
})();
