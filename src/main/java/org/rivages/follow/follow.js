// Lists with criteria: they work without this file; with it, counts and rows follow each choice.
(function () {
  'use strict';
  var listing = document.getElementById('listing');
  if (!listing) { return; }
  var box = document.getElementById('q');
  // Empty values do not belong into the address.
  document.addEventListener('htmx:configRequest', function (event) {
    if (!listing.contains(event.detail.elt)) { return; }
    var sent = event.detail.parameters;
    ['q', 'sort', 'from', 'to', 'near'].forEach(function (name) { if (!sent[name]) { delete sent[name]; } });
    if (!sent.near) { delete sent.radius; }
  });
  // What could not be read is said in the page, and shown.
  document.addEventListener('htmx:beforeSwap', function (event) {
    var status = event.detail.xhr.status;
    if (status === 400 || status === 503) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });
  // The part that is exchanged may hold the focus, folds and typing; what was found is announced outside of it.
  var focused = null, inside = false, height = 0, top = 0, typed = {}, folds = {};
  document.addEventListener('htmx:beforeSwap', function () {
    var active = document.activeElement;
    focused = active && active.id;
    height = window.scrollY;
    top = active ? active.getBoundingClientRect().top : 0;
    inside = !!(active && active.closest && active.closest('#results'));
    document.querySelectorAll('[data-narrow]').forEach(function (field) { typed[field.id] = field.value; });
    document.querySelectorAll('#facets details').forEach(function (fold) { folds[fold.id] = fold.open; });
  });
  document.addEventListener('htmx:afterSettle', function (event) {
    var results = document.getElementById('results');
    document.querySelectorAll('#facets details').forEach(function (fold) { fold.open = fold.open || !!folds[fold.id]; });
    narrowing();
    var element = focused && document.getElementById(focused);
    if (!element && inside) { element = document.getElementById('found'); }
    if (element && element !== document.activeElement) { element.focus({ preventScroll: true }); }
    var source = event.detail.requestConfig && event.detail.requestConfig.elt;
    if (!source || !source.closest('.pager')) {
      // What the hand is on stays under the hand, however much changed above it.
      var there = element && element.id === focused;
      window.scrollTo({ top: there ? window.scrollY + element.getBoundingClientRect().top - top : height, behavior: 'instant' });
    }
    if (document.activeElement !== box) { box.value = results.dataset.text; }
    document.getElementById('announce').textContent = document.getElementById('found').textContent;
    var count = document.getElementById('chosen'), chips = results.querySelectorAll('.chips li').length;
    count.textContent = chips ? '(' + (chips - 1) + ')' : '';
    // One search has one address, however it was put together; it goes along into other languages.
    history.replaceState(history.state, '', results.dataset.address);
    document.querySelectorAll('.langs a').forEach(function (link) { link.search = location.search; });
  });
  // On a phone the criteria lie over the list; asking for the results puts them away.
  listing.addEventListener('submit', function () {
    if (document.getElementById('filters').matches(':target')) {
      location.replace('#results');
      history.replaceState({ htmx: true }, '', location.pathname + location.search);
    }
  });
  // Long lists: typing leaves what contains the letters, and what is chosen.
  function plain(text) { return text.normalize('NFD').replace(/[\u0300-\u036f\u064b-\u065f]/g, '').toLowerCase(); }
  function narrow(field) {
    var wanted = plain(field.value.trim()), facet = document.getElementById(field.dataset.narrow);
    function has(element) { return plain(element.textContent).indexOf(wanted) >= 0; }
    facet.querySelectorAll('li').forEach(function (item) {
      var whole = item.parentElement.closest('li');
      item.hidden = !!wanted && !has(item) && !(whole && has(whole.querySelector('label'))) && !item.querySelector(':checked');
    });
    if (wanted) { facet.querySelectorAll('details').forEach(function (fold) { fold.open = true; }); }
  }
  function narrowing() {
    document.querySelectorAll('[data-narrow]').forEach(function (field) {
      field.hidden = false;
      field.value = field.value || typed[field.id] || '';
      if (field.value) { narrow(field); }
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
