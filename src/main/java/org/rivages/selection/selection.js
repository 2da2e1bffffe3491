// The cohort board: htmx swaps the board in place; without it every button is an ordinary post.
(function () {
  'use strict';
  document.querySelectorAll('form[data-board]').forEach(enhance);
  function enhance(form) {
    form.setAttribute('hx-post', form.getAttribute('action'));
    form.setAttribute('hx-target', '#board');
    form.setAttribute('hx-select', '#board');
    form.setAttribute('hx-swap', 'outerHTML show:none');
  }
  document.addEventListener('htmx:load', function (event) {
    var forms = event.detail.elt.querySelectorAll ? event.detail.elt.querySelectorAll('form[data-board]') : [];
    forms.forEach(function (form) {
      if (form.hasAttribute('hx-post')) { return; }
      enhance(form);
      window.htmx.process(form);
    });
  });
  // A question for a reason and a board that has changed are answers too.
  document.addEventListener('htmx:beforeSwap', function (event) {
    var status = event.detail.xhr.status;
    if ((status === 422 || status === 409) && event.detail.target.id === 'board') {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
      event.detail.swapOverride = 'outerHTML show:top';
    }
  });
})();
