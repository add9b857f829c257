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
    files(box, area, state, button);
    names(box, area, state);
  }

  /* As if she typed it: drafts and the preview follow */
  function insert(area, from, to, text) {
    area.setRangeText(text, from, to, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  }

  /* A file by a button, by dropping it or by pasting; where it goes stands in the text at once, so that she can type on */
  function files(box, area, state, beside) {
    var input = document.createElement("input");
    var button = document.createElement("button");
    var count = 0;
    input.type = "file";
    input.multiple = true;
    input.hidden = true;
    input.accept = "image/jpeg,image/png,image/gif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp";
    button.type = "button";
    button.className = "button-quiet button-small";
    button.textContent = box.dataset.file;
    beside.before(button);
    box.append(input);

    function put(mark, text) {
      var at = area.value.indexOf(mark);
      if (at >= 0) { area.setRangeText(text, at, at + mark.length, "preserve"); area.dispatchEvent(new Event("input", { bubbles: true })); }
    }
    function send(file) {
      var mark = "[" + box.dataset.uploading + " " + (++count) + "…]";
      var before = area.selectionStart > 0 && !/\s$/.test(area.value.slice(0, area.selectionStart)) ? "\n" : "";
      insert(area, area.selectionStart, area.selectionEnd, before + mark + "\n");
      window.fetch("/forum/writing/file?name=" + encodeURIComponent(file.name || "beeld.png"),
        { method: "POST", headers: { "X-Vliegwiel": "1", "Content-Type": "application/octet-stream" }, body: file })
        .then(function (answer) { return answer.ok ? answer.json() : {}; }).catch(function () { return {}; }).then(function (answer) {
          put(answer.markdown ? mark : mark + "\n", answer.markdown || "");
          state.textContent = answer.markdown ? "" : answer.refused || box.dataset.failed;
        });
    }
    function sendAll(list) { Array.prototype.forEach.call(list, send); }
    button.addEventListener("click", function () { input.click(); });
    input.addEventListener("change", function () { sendAll(input.files); input.value = ""; });
    area.addEventListener("paste", function (event) {
      var list = event.clipboardData && event.clipboardData.files;
      if (list && list.length && !event.clipboardData.getData("text/plain")) { event.preventDefault(); sendAll(list); }
    });
    area.addEventListener("dragover", function (event) {
      if (Array.prototype.indexOf.call(event.dataTransfer.types, "Files") >= 0) { event.preventDefault(); area.classList.add("write-drop"); }
    });
    area.addEventListener("dragleave", function () { area.classList.remove("write-drop"); });
    area.addEventListener("drop", function (event) {
      area.classList.remove("write-drop");
      if (event.dataTransfer.files.length) { event.preventDefault(); sendAll(event.dataTransfer.files); }
    });
  }

  /* @ names somebody and # a request: a list below the text, by keyboard or mouse */
  function names(box, area, state) {
    var list = document.createElement("ul");
    var found = [];
    var chosen = -1;
    var start = -1;
    list.id = area.id.replace(/:/g, "-") + "-names";
    list.className = "names";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.dataset.found);
    list.hidden = true;
    area.after(list);
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-controls", list.id);

    function close() {
      list.hidden = true;
      found = [];
      chosen = -1;
      area.removeAttribute("aria-activedescendant");
    }
    function mark(number) {
      chosen = (number + found.length) % found.length;
      Array.prototype.forEach.call(list.children, function (option, i) { option.setAttribute("aria-selected", String(i === chosen)); });
      area.setAttribute("aria-activedescendant", list.id + "-" + chosen);
      list.children[chosen].scrollIntoView({ block: "nearest" });
    }
    function take(number) {
      var one = found[number];
      var end = area.selectionEnd;
      close();
      insert(area, start, end, one.markdown + " ");
    }
    function offer(items) {
      found = items;
      list.replaceChildren.apply(list, items.map(function (one, i) {
        var option = document.createElement("li");
        option.id = list.id + "-" + i;
        option.setAttribute("role", "option");
        option.textContent = one.name + (one.note ? ", " + one.note : "");
        option.addEventListener("mousedown", function (event) { event.preventDefault(); take(i); });
        return option;
      }));
      if (items.length) { list.hidden = false; mark(0); state.textContent = box.dataset.found + ": " + items.length; } else { close(); state.textContent = box.dataset.none; }
    }
    var ask = later(function () {
      var typed = /(^|[\s(])([@#])([^\n@#\[\]]{2,40})$/.exec(area.value.slice(0, area.selectionStart));
      if (!typed || /\s\S+\s\S+\s/.test(typed[3])) { if (!list.hidden) { close(); } return; }
      start = area.selectionStart - typed[3].length - 1;
      var where = typed[2] === "@" ? "people?space=" + box.dataset.space + "&q=" : "requests?q=";
      window.fetch("/forum/writing/" + where + encodeURIComponent(typed[3])).then(function (answer) { return answer.ok ? answer.json() : []; })
        .then(function (items) { if (area.value.slice(start + 1, area.selectionStart) === typed[3]) { offer(items); } }).catch(close);
    }, 200);
    area.addEventListener("input", ask);
    area.addEventListener("blur", close);
    area.addEventListener("keydown", function (event) {
      if (list.hidden) { return; }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); mark(chosen + (event.key === "ArrowDown" ? 1 : -1)); }
      if (event.key === "Enter" || event.key === "Tab") { event.preventDefault(); take(chosen); }
      if (event.key === "Escape") { event.preventDefault(); close(); }
    });
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

  /* Posts that come while a page is open; seldom when nothing comes, and not at all while nobody looks */
  function live(box) {
    var list = box.querySelector(".live-posts");
    var said = box.querySelector("[role=status]");
    var after = Number(box.dataset.after);
    var least = 15000;
    var wait = least;

    function show(post) {
      var article = document.createElement("article");
      var who = document.createElement("p");
      var link = document.createElement("a");
      var text = document.createElement("div");
      article.className = "post";
      who.className = "post-who";
      link.href = post.path;
      link.textContent = post.author;
      who.append(link);
      text.className = "written";
      text.innerHTML = post.html;
      article.append(who, text);
      list.append(article);
      after = post.position;
    }
    function look() {
      if (document.hidden) { window.setTimeout(look, wait); return; }
      window.fetch("/forum/writing/news?topic=" + box.dataset.live + "&after=" + after).then(function (answer) {
        if (!answer.ok) { throw new Error("over"); }
        return answer.json();
      }).then(function (posts) {
        posts.forEach(show);
        if (posts.length) { said.textContent = posts.length === 1 ? box.dataset.said : posts.length + " " + box.dataset.more; }
        wait = posts.length ? least : Math.min(wait * 1.5, 120000);
        window.setTimeout(look, wait);
      }).catch(function () { wait = 120000; if (navigator.onLine === false) { window.setTimeout(look, wait); } });
    }
    window.setTimeout(look, wait);
    box.addEventListener("vw-look", look);
  }

  document.querySelectorAll("[data-live]").forEach(live);
  document.querySelectorAll("[data-write]").forEach(write);
  document.querySelectorAll("[data-similar]").forEach(similar);
}());
