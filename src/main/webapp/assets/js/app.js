/* Small help for every page; each page works without it. */
(function () {
  "use strict";

  function texts() {
    var holder = document.getElementById("vw-texts");
    return holder ? holder.dataset : {};
  }

  /** Speaks a sentence to those who hear the page. */
  function say(sentence) {
    var live = document.getElementById("live");
    if (live && sentence) {
      live.textContent = "";
      window.setTimeout(function () { live.textContent = sentence; }, 100);
    }
  }

  /** A notice above the page, with a link where there is something to do. */
  function notice(kind, sentence, link) {
    var holder = document.getElementById("notices") || document.getElementById("main");
    var old = document.getElementById("vw-notice");
    if (old) { old.remove(); }
    if (!holder || !sentence) { return null; }
    var box = document.createElement("div");
    box.id = "vw-notice";
    box.className = "notice notice-" + kind;
    box.setAttribute("role", kind === "danger" ? "alert" : "status");
    var words = document.createElement("div");
    words.append(sentence);
    if (link) {
      var anchor = document.createElement("a");
      anchor.href = link.href;
      anchor.textContent = link.text;
      words.append(" ", anchor);
    }
    box.append(words);
    holder.prepend(box);
    return box;
  }

  function firstControl(target) {
    if (target.matches("input, select, textarea, button, a[href]")) { return target; }
    return target.querySelector("input:not([type=hidden]), select, textarea") || target;
  }

  /* A link of the summary goes to the field itself, not only to its place */
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-to-field]");
    var target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) {
      event.preventDefault();
      var control = firstControl(target);
      control.scrollIntoView({ block: "center" });
      control.focus({ preventScroll: true });
    }
  });

  /* Menus that open in place close on Escape and on a click beside them */
  document.addEventListener("click", function (event) {
    document.querySelectorAll("details[data-menu=true][open]").forEach(function (menu) {
      if (!menu.contains(event.target)) { menu.open = false; }
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") { return; }
    document.querySelectorAll("details[data-menu=true][open]").forEach(function (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  /* One press is one request: a second one while the first is under way does nothing */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (event.defaultPrevented || (form.method || "").toLowerCase() !== "post") { return; }
    if (form.dataset.busy) {
      event.preventDefault();
      return;
    }
    form.dataset.busy = "true";
    if (event.submitter) { event.submitter.setAttribute("aria-busy", "true"); }
    window.setTimeout(function () { if (form.dataset.busy) { say(texts().busy); } }, 1500);
    window.setTimeout(function () { free(form); }, 15000);
  });

  function free(form) {
    delete form.dataset.busy;
    form.querySelectorAll("[aria-busy]").forEach(function (button) { button.removeAttribute("aria-busy"); });
  }

  /* Back button: the page comes from memory, its forms must work again */
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { document.querySelectorAll("form[data-busy]").forEach(free); }
  });

  document.addEventListener("DOMContentLoaded", function () {
    /* A page that is the answer to a post: coming back to it, or loading it anew, must ask for it and not post again */
    if (document.body.dataset.redrawn === "true") { window.history.replaceState(window.history.state, "", window.location.href); }
    var summary = document.querySelector("[data-focus]");
    if (summary) { summary.focus(); }
    var said = document.querySelector("[data-say]");
    if (said && !summary) { window.setTimeout(function () { say(said.textContent.trim().replace(/\s+/g, " ")); }, 400); }

    /* Ajax of PrimeFaces: it tells only its own library of a failure */
    var query = window.jQuery;
    if (query) {
      query(document).on("pfAjaxError", function (event, answer) {
        if (answer && answer.status === 401) {
          expired();
        } else {
          notice("danger", texts().failed);
        }
      });
    }
  });

  function expired() {
    notice("warn", texts().expired, { href: window.location.href, text: texts().signIn });
  }

  window.vliegwiel = { say: say, notice: notice, texts: texts, expired: expired };
}());
