// Forms of calls: questions that depend on another answer, and counters of words. Both are extras.
(function () {
  'use strict';
  function answers(name) {
    return Array.prototype.filter.call(document.getElementsByName(name), function (input) {
      return input.type !== 'checkbox' && input.type !== 'radio' || input.checked;
    }).map(function (input) { return input.value; });
  }
  var conditional = document.querySelectorAll('[data-shown-if]');
  function show() {
    conditional.forEach(function (question) {
      if (document.getElementsByName(question.dataset.shownIf).length) {
        question.hidden = answers(question.dataset.shownIf).indexOf(question.dataset.shownValue) < 0;
      }
    });
  }
  if (conditional.length) {
    show();
    document.addEventListener('change', show);
  }
  document.querySelectorAll('textarea[data-most]').forEach(function (area) {
    var hint = document.getElementById('m-' + area.name), most = Number(area.dataset.most);
    if (!hint) { return; }
    var counter = document.createElement('span');
    counter.className = 'counter';
    hint.appendChild(document.createTextNode(' '));
    hint.appendChild(counter);
    function count() {
      var text = area.value.trim();
      var n = area.dataset.unit === 'WORDS' ? (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) || []).length : Array.from(text).length;
      counter.textContent = n + ' / ' + most;
      counter.classList.toggle('over', n > most);
    }
    area.addEventListener('input', count);
    count();
  });
})();
