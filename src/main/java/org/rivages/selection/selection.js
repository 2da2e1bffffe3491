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
  // Every number that can be tried out gets a slider; the number stays the field that is sent.
  twins(document);
  document.addEventListener('htmx:load', function (event) { twins(event.detail.elt); });
  function twins(root) {
    if (!root.querySelectorAll) { return; }
    root.querySelectorAll('input[data-twin]').forEach(function (number) {
      var slider = document.createElement('input');
      slider.type = 'range';
      slider.min = '0';
      slider.max = number.getAttribute('data-twin');
      slider.step = '1';
      slider.value = number.value;
      slider.className = 'range';
      slider.id = number.id + '-slider';
      slider.setAttribute('aria-labelledby', 'l-' + number.id);
      number.closest('.field').querySelector('label').id = 'l-' + number.id;
      number.removeAttribute('data-twin');
      slider.addEventListener('input', function () { number.value = slider.value; });
      number.addEventListener('input', function () { slider.value = number.value; });
      number.after(slider);
    });
  }
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
