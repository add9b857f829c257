/* While somebody writes: what is like her question, how it will look, and a draft at the server. Each page works without it. */
(function () {
  "use strict";

  function later(work, wait) {
    var timer = null;
    return function () {
      window.clearTimeout(timer);
      timer = window.setTimeout(work, wait);
    };
  }

  function post(path, values) {
    return window.fetch("/forum/writing/" + path, { method: "POST", headers: { "X-Vliegwiel": "1" }, body: new URLSearchParams(values) })
      .then(function (answer) { return answer.ok ? answer.json() : null; }).catch(function () { return null; });
  }

  function value(form, name) {
    var field = form.elements[form.id + ":" + name];
    return field ? field.value : "";
  }

  function write(box) {
    var form = box.closest("form");
    var area = form.querySelector("textarea");
    var state = box.querySelector(".write-state");
    var preview = box.querySelector(".write-preview");
    var button = document.createElement("button");
    button.type = "button";
    button.className = "button-quiet button-small";
    button.textContent = box.dataset.preview;
    button.setAttribute("aria-expanded", "false");
    preview.before(button);

    function show() {
      if (preview.hidden) { return; }
      post("preview", { body: area.value }).then(function (answer) {
        if (answer && answer.html) { preview.innerHTML = answer.html; } else { preview.textContent = box.dataset.empty; }
      });
    }
    button.addEventListener("click", function () {
      preview.hidden = !preview.hidden;
      button.setAttribute("aria-expanded", String(!preview.hidden));
      show();
    });
    var keep = later(function () {
      if (form.dataset.busy) { return; }
      post("draft", { place: box.dataset.place, title: value(form, "title"), body: area.value, tags: value(form, "tags") }).then(function (answer) {
        state.textContent = !answer ? "" : answer.saved ? box.dataset.saved : box.dataset.refused;
      });
    }, 1500);
    area.addEventListener("input", later(show, 500));
    form.addEventListener("input", keep);
  }

  function similar(field) {
    var box = document.querySelector(".similar");
    var list = box && box.querySelector("ul");
    var asked = "";
    function ask() {
      var typed = field.value.trim();
      if (typed === asked || !box) { return; }
      asked = typed;
      if (typed.length < 5) { box.hidden = true; return; }
      window.fetch("/forum/writing/similar?q=" + encodeURIComponent(typed)).then(function (answer) { return answer.ok ? answer.json() : []; }).then(function (found) {
        if (typed !== asked) { return; }
        list.replaceChildren.apply(list, found.map(function (one) {
          var item = document.createElement("li");
          var link = document.createElement("a");
          link.href = "/forum/topic?id=" + one.id;
          link.textContent = one.title;
          item.append(link);
          if (one.solved) { item.append(" (" + box.dataset.solved + ")"); }
          return item;
        }));
        box.hidden = found.length === 0;
      }).catch(function () { box.hidden = true; });
    }
    field.addEventListener("input", later(ask, 300));
    ask();
  }

  document.querySelectorAll("[data-write]").forEach(write);
  document.querySelectorAll("[data-similar]").forEach(similar);
}());
