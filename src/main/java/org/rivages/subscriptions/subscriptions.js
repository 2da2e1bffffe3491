// A digest comes in the morning of its reader; without this file, in that of the secretariat.
(function () {
  'use strict';
  var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.querySelectorAll('input[data-own-zone]').forEach(function (input) { input.value = input.value || zone || ''; });
})();
