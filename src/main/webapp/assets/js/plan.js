/* Looks on while a plan is made, and shows it as soon as it is there. Without it the link "see how far it is" does the same. */
(function () {
  "use strict";

  /* Planning again takes less than a second; a long one is not asked all the time */
  var QUICK = 400;
  var SLOW = 2000;
  var quickLooks = 5;

  document.addEventListener("DOMContentLoaded", function () {
    var box = document.querySelector("[data-plan-progress]");
    if (box) { later(box); }
  });

  function later(box) {
    quickLooks -= 1;
    window.setTimeout(function () { look(box); }, quickLooks >= 0 ? QUICK : SLOW);
  }

  function look(box) {
    fetch(box.dataset.planProgress, { headers: { Accept: "application/json" }, redirect: "error" }).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.json();
    }).then(function (seen) {
      if (!seen.running) {
        window.location.reload();
        return;
      }
      box.querySelector("[data-words]").textContent = seen.text;
      box.querySelector("meter").value = seen.share;
      later(box);
    }).catch(function () {
      /* Signed out, or no network: the link on the page stays */
      box.removeAttribute("data-plan-progress");
    });
  }
})();
