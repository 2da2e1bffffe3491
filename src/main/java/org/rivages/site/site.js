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
  // A row that runs sideways on a phone begins at the place where the reader stands.
  document.querySelectorAll('.side ul,.sub').forEach(function (row) {
    var here = row.querySelector('[aria-current]');
    if (here && row.scrollWidth > row.clientWidth) {
      var box = row.getBoundingClientRect(), link = here.getBoundingClientRect();
      row.scrollLeft += link.left + link.width / 2 - box.left - box.width / 2;
    }
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
    var locale = { en: 'en-GB', ar: 'ar-u-nu-latn' }[document.documentElement.lang] || document.documentElement.lang;
    var target = document.getElementById(time.dataset.localTarget);
    if (target) {
      target.querySelector('span').textContent = new Intl.DateTimeFormat(locale,
        { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(at) + ' (' + zone + ')';
      target.hidden = false;
    }
  });
})();
