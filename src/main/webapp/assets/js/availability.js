/*
 * The bars of the week. The typed fields are the truth: a bar is drawn from what is typed and writes back as text, so
 * the server reads only text and the page works without this script. The reading of hours follows TypedHours.java.
 */
(function () {
  "use strict";

  var STEP = 15;
  var DAY = 1440;
  var texts = document.getElementById("weekTexts");
  var rows = Array.prototype.slice.call(document.querySelectorAll(".week-row"));
  if (!texts || !rows.length) { return; }

  var days = texts.dataset.days.split(",");
  var sentence = document.getElementById("weekSentence");
  var dutch = document.documentElement.lang !== "en";
  var range = { from: 420, to: 1320 };

  /* ---- Reading and writing --------------------------------------------------------------------------------- */

  var TIME = "(\\d{1,2})(?:[:.uh]?(\\d{2}))?[uh]?";
  var STRETCH = new RegExp("^" + TIME + "-" + TIME + "$");
  var WORDS = {
    ochtend: "9-13", ochtends: "9-13", morgen: "9-13", morgens: "9-13", morning: "9-13", middag: "13-17", middags: "13-17", afternoon: "13-17",
    avond: "17-21", avonds: "17-21", evening: "17-21", dag: "9-17", day: "9-17"
  };
  var NOTHING = ["", "-", "nee", "niet", "geen", "no", "none", "off"];

  function minute(hours, minutes) {
    var total = Number(hours) * 60 + Number(minutes || 0);
    return total > DAY || Number(minutes || 0) > 59 ? -1 : total;
  }

  /** Stretches as [from, to] in minutes; or what is wrong. */
  function parse(text) {
    var typed = text.trim().toLowerCase();
    var plain = typed.replace(/[\u2010-\u2015\u2212]/g, "-");
    if (NOTHING.indexOf(plain) >= 0) { return { hours: [] }; }
    plain = plain.replace(/['\u2019]s\b|\b(hele|whole|all|de|het|in|the)\b/g, " ").replace(/(\d) ?(uur|hrs|hours|o'clock)\b/g, "$1 ")
      .replace(/\b(van|from|tussen|between)\b/g, " ").replace(/\s*(-|\btot\b|\bto\b|\buntil\b|\btill\b)\s*/g, "-").replace(/\b(en|and)\b/g, " ");
    var parts = plain.split(/[\s,;+&/]+/).filter(Boolean);
    if (!parts.length) { return { fault: fill(texts.dataset.unreadable, [typed]) }; }
    var hours = [];
    for (var i = 0; i < parts.length; i++) {
      var found = STRETCH.exec(WORDS[parts[i]] || parts[i]);
      var from = found ? minute(found[1], found[2]) : -1;
      var to = found ? minute(found[3], found[4]) || DAY : -1;
      if (from < 0 || to < 0) { return { fault: fill(texts.dataset.unreadable, [parts[i]]) }; }
      if (to <= from) { return { fault: fill(texts.dataset.order, [parts[i]]) }; }
      hours.push([from, to]);
    }
    return { hours: joined(hours) };
  }

  function joined(hours) {
    var result = [];
    hours.slice().sort(function (a, b) { return a[0] - b[0]; }).forEach(function (one) {
      var last = result[result.length - 1];
      if (last && one[0] <= last[1]) { last[1] = Math.max(last[1], one[1]); } else { result.push(one.slice()); }
    });
    return result;
  }

  function shortest(at) {
    return Math.floor(at / 60) + (at % 60 ? ":" + ("0" + at % 60).slice(-2) : "");
  }

  function write(hours) {
    return hours.map(function (one) { return shortest(one[0]) + "-" + shortest(one[1]); }).join(", ");
  }

  /* ---- The sentence ---------------------------------------------------------------------------------------- */

  function fill(pattern, values) {
    return pattern.replace(/\{(\d)[^}]*\}/g, function (all, index) { return values[Number(index)]; });
  }

  function clock(at) {
    var hours = Math.floor(at / 60);
    return fill(texts.dataset.minute, [dutch ? hours : ("0" + hours).slice(-2), ("0" + at % 60).slice(-2)]);
  }

  function list(parts) {
    return parts.length < 2 ? parts.join("") : fill(texts.dataset.and, [parts.slice(0, -1).join(", "), parts[parts.length - 1]]);
  }

  function said() {
    var groups = [];
    rows.forEach(function (row, day) {
      var hours = row.week.hours;
      if (!hours.length) { return; }
      var key = write(hours);
      var group = groups.filter(function (one) { return one.key === key; })[0];
      if (group) { group.days.push(day); } else { groups.push({ key: key, days: [day], hours: hours }); }
    });
    if (!groups.length) { return texts.dataset.never; }
    return fill(texts.dataset.whole, [list(groups.map(function (group) {
      var last = group.days[group.days.length - 1];
      var run = group.days.length > 2 && last - group.days[0] === group.days.length - 1;
      var when = run ? fill(texts.dataset.range, [days[group.days[0]], days[last]])
        : fill(texts.dataset.on, [list(group.days.map(function (day) { return days[day]; }))]);
      var whole = group.hours.length === 1 && group.hours[0][0] === 0 && group.hours[0][1] === DAY;
      var hours = whole ? texts.dataset.wholeDay : fill(texts.dataset.clock, [list(group.hours.map(function (one) {
        return fill(texts.dataset.stretch, [clock(one[0]), clock(one[1])]);
      }))]);
      return fill(texts.dataset.group, [when, hours]);
    }))]);
  }

  var speaking = null;
  function tell(words) {
    sentence.textContent = said();
    window.clearTimeout(speaking);
    speaking = window.setTimeout(function () { window.vliegwiel.say(words || sentence.textContent); }, 700);
  }

  /* ---- Drawing --------------------------------------------------------------------------------------------- */

  function percent(at) {
    return Math.max(0, Math.min(100, (at - range.from) / (range.to - range.from) * 100));
  }

  function make(name, parent) {
    var element = document.createElement("div");
    element.className = name;
    parent.append(element);
    return element;
  }

  function handle(block, row, index, end) {
    var knob = make("week-handle " + (end ? "week-end" : "week-begin"), block);
    var one = row.week.hours[index];
    knob.tabIndex = 0;
    knob.setAttribute("role", "slider");
    knob.setAttribute("aria-label", fill(end ? texts.dataset.end : texts.dataset.begin, [days[row.week.day]]));
    knob.setAttribute("aria-valuemin", end ? one[0] + STEP : 0);
    knob.setAttribute("aria-valuemax", end ? DAY : one[1] - STEP);
    knob.setAttribute("aria-valuenow", one[end ? 1 : 0]);
    knob.setAttribute("aria-valuetext", clock(one[end ? 1 : 0]));
    knob.setAttribute("aria-describedby", "weekKeys");
    knob.dataset.index = index;
    knob.dataset.end = end ? "1" : "0";
  }

  function draw(row) {
    var track = row.week.track;
    track.textContent = "";
    make("week-ground", track);
    for (var at = Math.ceil(range.from / 60) * 60 + 60; at < range.to; at += 60) {
      make("week-hour", track).style.insetInlineStart = percent(at) + "%";
    }
    row.week.hours.forEach(function (one, index) {
      var block = make("week-block", track);
      block.style.insetInlineStart = percent(one[0]) + "%";
      block.style.width = percent(one[1]) - percent(one[0]) + "%";
      block.dataset.index = index;
      make("week-label", block).textContent = one[1] - one[0] >= 150 ? write([one]).replace("-", "\u2013") : "";
      handle(block, row, index, false);
      handle(block, row, index, true);
    });
  }

  function drawAll() {
    var all = [].concat.apply([], rows.map(function (row) { return row.week.hours; }));
    var wide = all.some(function (one) { return one[0] < 420 || one[1] > 1320; });
    range = wide ? { from: 0, to: DAY } : { from: 420, to: 1320 };
    rows.forEach(draw);
    var scale = document.getElementById("weekScale");
    scale.textContent = "";
    var line = make("", scale);
    for (var at = range.from; at <= range.to; at += wide ? 240 : 180) {
      var mark = document.createElement("span");
      mark.textContent = at / 60;
      mark.style.insetInlineStart = percent(at) + "%";
      line.append(mark);
    }
  }

  function toText(row) {
    var input = row.week.input;
    input.value = write(row.week.hours);
    input.dispatchEvent(new Event("input", { bubbles: true, detail: "bar" }));
  }

  /** Changes the hours of a day by bar or key, and keeps the focus where it was. */
  function set(row, hours, focus) {
    row.week.hours = joined(hours.filter(function (one) { return one[1] - one[0] >= STEP; }));
    fault(row, "");
    row.week.quiet = true;
    toText(row);
    row.week.quiet = false;
    drawAll();
    if (focus) {
      var at = row.week.hours.findIndex(function (one) { return one[0] <= focus.at && focus.at <= one[1]; });
      var knob = row.week.track.querySelector(".week-handle[data-index='" + at + "'][data-end='" + focus.end + "']");
      (knob || row.week.input).focus({ preventScroll: true });
    }
    tell(focus ? "" : dayText(row));
  }

  function dayText(row) {
    var hours = row.week.hours;
    return fill(texts.dataset.day, [days[row.week.day], hours.length ? list(hours.map(function (one) {
      return fill(texts.dataset.stretch, [clock(one[0]), clock(one[1])]);
    })) : texts.dataset.none]);
  }

  /** A fault of typing, said beside the field before anything is sent. */
  function fault(row, words) {
    var old = row.querySelector(".week-fault");
    if (old) { old.remove(); }
    row.week.input.removeAttribute("aria-invalid");
    if (words) {
      var note = make("field-fault week-fault", row.querySelector(".field"));
      note.id = "week-fault-" + row.week.day;
      make("", note).textContent = words;
      row.week.input.setAttribute("aria-invalid", "true");
      row.week.input.setAttribute("aria-describedby", note.id);
    }
  }

  function fromText(row) {
    var read = parse(row.week.input.value);
    if (read.hours) {
      row.week.hours = read.hours;
      drawAll();
    }
    return read;
  }

  /* ---- Typing, copying, keys ------------------------------------------------------------------------------- */

  document.addEventListener("input", function (event) {
    var row = event.target.closest(".week-row");
    if (!row || row.week.quiet) { return; }
    if (fromText(row).hours) {
      fault(row, "");
      tell();
    }
  });

  document.addEventListener("focusout", function (event) {
    var row = event.target.matches(".week-row input[type=text]") && event.target.closest(".week-row");
    if (row) { fault(row, parse(row.week.input.value).fault || ""); }
  });

  document.addEventListener("vw-restored", function (event) {
    var row = event.target.closest(".week-row");
    if (row) {
      fromText(row);
      sentence.textContent = said();
    }
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (!button) { return; }
    event.preventDefault();
    var way = button.dataset.copy.split(":");
    var from = rows[Number(way[0])];
    way[1].split(",").map(Number).forEach(function (day) {
      set(rows[day], from.week.hours.map(function (one) { return one.slice(); }));
    });
    tell();
  });

  document.addEventListener("keydown", function (event) {
    var knob = event.target.closest(".week-handle");
    if (!knob) { return; }
    var row = knob.closest(".week-row");
    var hours = row.week.hours.map(function (one) { return one.slice(); });
    var one = hours[Number(knob.dataset.index)];
    var end = Number(knob.dataset.end);
    var steps = { ArrowRight: STEP, ArrowUp: STEP, ArrowLeft: -STEP, ArrowDown: -STEP, PageUp: 60, PageDown: -60 }[event.key];
    if (event.key === "Delete" || event.key === "Backspace") {
      hours.splice(Number(knob.dataset.index), 1);
      event.preventDefault();
      set(row, hours);
      row.week.input.focus();
      return;
    }
    if (event.key === "Home") { steps = (end ? one[0] + STEP : 0) - one[end]; }
    if (event.key === "End") { steps = (end ? DAY : one[1] - STEP) - one[end]; }
    if (steps === undefined) { return; }
    event.preventDefault();
    if (event.shiftKey) {
      steps = Math.max(-one[0], Math.min(DAY - one[1], steps));
      one[0] += steps;
      one[1] += steps;
    } else {
      one[end] = end ? Math.max(one[0] + STEP, Math.min(DAY, one[1] + steps)) : Math.min(one[1] - STEP, Math.max(0, one[0] + steps));
    }
    set(row, hours, { at: one[end], end: end });
  });

  /* ---- Mouse and touch ------------------------------------------------------------------------------------- */

  var held = null;

  function at(row, event) {
    var box = row.week.track.getBoundingClientRect();
    var share = (event.clientX - box.left) / box.width;
    return Math.round((range.from + share * (range.to - range.from)) / STEP) * STEP;
  }

  document.addEventListener("pointerdown", function (event) {
    var track = event.target.closest(".week-track");
    if (!track || event.button > 0) { return; }
    var row = track.closest(".week-row");
    var knob = event.target.closest(".week-handle");
    var block = event.target.closest(".week-block");
    var here = at(row, event);
    held = { row: row, start: here, first: row.week.hours.map(function (one) { return one.slice(); }), kind: knob ? (knob.dataset.end === "1" ? "end" : "begin") : block ? "move" : "new",
      index: block ? Number(block.dataset.index) : -1, moved: false, frame: { from: range.from, to: range.to } };
    track.setPointerCapture(event.pointerId);
    if (event.pointerType === "mouse") { event.preventDefault(); }
  });

  document.addEventListener("pointermove", function (event) {
    if (!held) { return; }
    var now = Math.max(range.from, Math.min(range.to, at(held.row, event)));
    var hours = held.first.map(function (one) { return one.slice(); });
    var one = hours[held.index];
    var step = now - held.start;
    if (!held.moved && Math.abs(step) < STEP) { return; }
    held.moved = true;
    if (held.kind === "new") {
      hours.push([Math.min(held.start, now), Math.max(held.start, now)]);
    } else if (held.kind === "move") {
      step = Math.max(range.from - one[0], Math.min(range.to - one[1], step));
      one[0] += step;
      one[1] += step;
    } else if (held.kind === "begin") {
      one[0] = Math.min(now, one[1]);
    } else {
      one[1] = Math.max(now, one[0]);
    }
    held.hours = hours.filter(function (part) { return part[1] - part[0] >= STEP; });
    held.row.week.hours = joined(held.hours);
    draw(held.row);
    sentence.textContent = said();
  });

  function release(event) {
    if (!held) { return; }
    var row = held.row;
    var last = held;
    held = null;
    if (event.type === "pointercancel") {
      row.week.hours = last.first;
      drawAll();
    } else if (last.moved) {
      set(row, last.hours || last.first);
    } else if (last.kind === "new") {
      // A tap on an empty day is the usual day; beside other hours it is two hours from there
      var start = Math.floor(last.start / 60) * 60;
      set(row, last.first.length ? last.first.concat([[start, Math.min(start + 120, DAY)]]) : [[540, 1020]]);
    }
  }
  document.addEventListener("pointerup", release);
  document.addEventListener("pointercancel", release);

  /* ---- Begin ----------------------------------------------------------------------------------------------- */

  rows.forEach(function (row, day) {
    row.week = { day: day, input: row.querySelector("input[type=text]"), track: row.querySelector(".week-track"), hours: [] };
    row.week.track.removeAttribute("aria-hidden");
    row.week.hours = parse(row.week.input.value).hours || [];
  });
  document.querySelectorAll(".week-script").forEach(function (one) { one.hidden = false; });
  drawAll();
  sentence.textContent = said();
}());
