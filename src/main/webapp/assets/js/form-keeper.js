/*
 * Nothing typed is lost. While somebody types, the fields of a form are kept in this tab (never a password, a file or
 * a hidden value). When the page comes back after an expired session they are filled in again, and that is said.
 * Kept per person and path, so that the next person at the desk never sees them; gone after the form was accepted,
 * after signing out, and when the tab closes.
 */
(function () {
  "use strict";

  var PREFIX = "vw-form:";
  var MAX_AGE = 12 * 60 * 60 * 1000;
  var MAX_SIZE = 200000;

  var holder = document.querySelector("meta[name=vw-person]");
  var person = holder ? holder.content : "";
  var app = window.vliegwiel;

  function store() {
    try { return window.sessionStorage; } catch (e) { return null; }
  }

  var kept = store();
  if (!kept || !app) { return; }

  function keys() {
    return Object.keys(kept).filter(function (key) { return key.indexOf(PREFIX) === 0; });
  }

  function forgetAll() {
    keys().forEach(function (key) { kept.removeItem(key); });
  }

  /* Another person at this desk: whatever is here is not theirs */
  keys().forEach(function (key) {
    if (person && key.indexOf(PREFIX + person + ":") !== 0) { kept.removeItem(key); }
  });
  if (!person) { return; }

  function here() {
    return window.location.pathname + window.location.search;
  }

  function keyOf(form) {
    return PREFIX + person + ":" + here() + ":" + (form.dataset.keep || form.id);
  }

  function isKept(form) {
    return (form.method || "").toLowerCase() === "post" && form.dataset.keep !== "none"
      && (form.id || form.dataset.keep) && !/\/language$/.test(form.action);
  }

  /* What was chosen from a list that opens while typing is in a hidden field beside the words */
  function isField(field) {
    return field.name && !field.disabled && !field.readOnly && field.name.indexOf("jakarta.faces") !== 0
      && (!/^(hidden|password|file|submit|button|reset|image)$/.test(field.type) || /_hinput$/.test(field.name));
  }

  function read(form) {
    var values = {};
    Array.prototype.forEach.call(form.elements, function (field) {
      if (!isField(field)) { return; }
      if (field.type === "checkbox" || field.type === "radio") {
        values[field.name] = values[field.name] || [];
        if (field.checked) { values[field.name].push(field.value); }
      } else if (field.type === "select-multiple") {
        values[field.name] = Array.prototype.map.call(field.selectedOptions, function (option) { return option.value; });
      } else {
        values[field.name] = field.value;
      }
    });
    return values;
  }

  function write(form, values) {
    var changed = false;
    Array.prototype.forEach.call(form.elements, function (field) {
      if (!isField(field) || !Object.prototype.hasOwnProperty.call(values, field.name)) { return; }
      var value = values[field.name];
      if (field.type === "checkbox" || field.type === "radio") {
        var checked = Array.isArray(value) && value.indexOf(field.value) >= 0;
        changed = changed || field.checked !== checked;
        field.checked = checked;
      } else if (field.type === "select-multiple") {
        Array.prototype.forEach.call(field.options, function (option) {
          var selected = value.indexOf(option.value) >= 0;
          changed = changed || option.selected !== selected;
          option.selected = selected;
        });
      } else if (field.value !== value) {
        field.value = value;
        changed = true;
      }
      field.dispatchEvent(new Event("vw-restored", { bubbles: true }));
    });
    return changed;
  }

  function forms() {
    return Array.prototype.filter.call(document.forms, isKept);
  }

  function keep(form, sent) {
    var text = JSON.stringify({ at: Date.now(), sent: Boolean(sent), from: here(), values: read(form) });
    if (text.length > MAX_SIZE) { return; }
    try { kept.setItem(keyOf(form), text); } catch (e) { app.say(app.texts().failed); }
  }

  /*
   * Rows that were added to the form, and are not in a fresh one, are asked of the server once. The page that comes
   * back has them, and there everything is put back.
   */
  function grow(form, found) {
    var button = form.querySelector("[data-grow]");
    var count = button && form.elements[form.id + ":" + button.dataset.grow];
    var rows = {};
    Object.keys(found.values).forEach(function (name) {
      var place = /:([^:]+):(\d+):[^:]+$/.exec(name);
      if (place && !form.elements[name]) { rows[place[1]] = Math.max(rows[place[1]] || 0, Number(place[2]) + 1); }
    });
    if (found.grown || !count || !Object.keys(rows).length) { return false; }
    count.value = Object.keys(rows).map(function (name) { return name + ":" + rows[name]; }).join(",");
    found.grown = true;
    kept.setItem(keyOf(form), JSON.stringify(found));
    form.dataset.grows = "true";
    button.click();
    return true;
  }

  function take(form) {
    try {
      var found = JSON.parse(kept.getItem(keyOf(form)));
      if (found && Date.now() - found.at < MAX_AGE) { return found; }
    } catch (e) {
      /* not ours, or broken: as if nothing was kept */
    }
    kept.removeItem(keyOf(form));
    return null;
  }

  var waiting = null;
  document.addEventListener("input", function (event) {
    var form = event.target.form;
    if (!form || !isKept(form) || !isField(event.target)) { return; }
    form.dataset.typed = "true";
    window.clearTimeout(waiting);
    waiting = window.setTimeout(function () { keep(form); }, 300);
  });
  document.addEventListener("submit", function (event) {
    if (event.target.dataset.leaves === "true") {
      forgetAll();
    } else if (isKept(event.target) && !event.target.dataset.grows) {
      window.clearTimeout(waiting);
      keep(event.target, true);
    }
  }, true);

  /*
   * What came back: a form that Faces drew again after our own post still has what was typed (and its faults), so
   * nothing is put back (but after asking for rows); a page reached by a plain visit is fresh, and gets back what was kept. A form that was
   * accepted leads to another page, or says that it is done: then what was sent is forgotten.
   */
  function start() {
    var done = document.querySelector("#notices .notice-ok");
    keys().forEach(function (key) {
      try {
        var found = JSON.parse(kept.getItem(key));
        if (found.sent && (done || found.from !== here())) { kept.removeItem(key); }
      } catch (e) {
        kept.removeItem(key);
      }
    });
    var faulty = document.body.dataset.redrawn === "true" || document.querySelector("#summary, #notices .notice-danger");
    forms().forEach(function (form) {
      var found = take(form);
      if (!found || faulty && !found.grown || grow(form, found)) { return; }
      var before = read(form);
      if (write(form, found.values)) {
        keep(form);
        tell(form, before);
      } else if (found.sent) {
        kept.removeItem(keyOf(form));
      }
    });
  }

  function tell(form, before) {
    var box = app.notice("info", app.texts().found);
    if (!box) { return; }
    var button = document.createElement("button");
    button.type = "button";
    button.className = "button-quiet";
    button.textContent = app.texts().forget;
    button.addEventListener("click", function () {
      write(form, before);
      kept.removeItem(keyOf(form));
      box.remove();
      app.say(app.texts().forgotten);
      var first = form.querySelector("input:not([type=hidden]), select, textarea");
      if (first) { first.focus(); }
    });
    box.append(button);
    app.say(app.texts().found);
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
}());
