// Lists with criteria: they work without this file; with it, counts and rows follow each choice.
(function () {
  'use strict';
  var listing = document.getElementById('listing');
  if (!listing) { return; }
  // Empty values do not belong into the address.
  document.addEventListener('htmx:configRequest', function (event) {
    if (!listing.contains(event.detail.elt)) { return; }
    var sent = event.detail.parameters;
    if (!sent.q) { delete sent.q; }
    if (!sent.sort) { delete sent.sort; }
  });
  // The part that is exchanged may hold the focus; what was found is announced outside of it.
  var focused = null, typed = {};
  document.addEventListener('htmx:beforeSwap', function () {
    focused = document.activeElement && document.activeElement.id;
    document.querySelectorAll('[data-narrow]').forEach(function (box) { typed[box.dataset.narrow] = box.value; });
  });
  document.addEventListener('htmx:afterSettle', function () {
    var element = focused && document.getElementById(focused);
    if (element && element !== document.activeElement) { element.focus({ preventScroll: true }); }
    document.getElementById('announce').textContent = document.getElementById('found').textContent;
    narrowing();
  });
  // Long lists: typing leaves what contains the letters, and what is chosen.
  function plain(text) { return text.normalize('NFD').replace(/[\u0300-\u036f\u064b-\u065f]/g, '').toLowerCase(); }
  function narrow(box) {
    var wanted = plain(box.value.trim());
    document.getElementById(box.dataset.narrow).querySelectorAll('li').forEach(function (item) {
      item.hidden = !!wanted && plain(item.textContent).indexOf(wanted) < 0 && !item.querySelector('input').checked;
    });
  }
  function narrowing() {
    document.querySelectorAll('[data-narrow]').forEach(function (box) {
      box.hidden = false;
      box.value = box.value || typed[box.dataset.narrow] || '';
      narrow(box);
    });
  }
  document.addEventListener('input', function (event) {
    if (event.target.dataset && event.target.dataset.narrow) { narrow(event.target); }
  });
  // Narrowing is not searching, and Enter in it sends nothing.
  document.addEventListener('change', function (event) {
    if (event.target.dataset && event.target.dataset.narrow) { event.stopPropagation(); }
  }, true);
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && event.target.dataset && event.target.dataset.narrow) { event.preventDefault(); }
  });
  narrowing();
})();
