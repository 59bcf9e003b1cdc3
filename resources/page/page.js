// Shows one step at a time. What there is to show is in the document already: pieces of the picture, and a list of the steps with their sentences. Each step's
// data-w and data-n (where it differs) say which pieces come and which go, on wide and on narrow pages, for each layer between slashes: `=7` the next new one
// is the 7th from 0, `+3` three new ones come, `4` the one 4 before the newest comes, `~9-6` those 9 to 6 before the newest go.
(function () {
  "use strict";
  var root = document.documentElement, now = document.getElementById("now"), slider = document.querySelector(".transport input");
  var output = document.querySelector("pre.output"), text = output.textContent, nothing = document.querySelector(".nothing");
  var play = document.querySelector("[data-go=play]"), count = document.querySelector(".count");
  var lists = {}, shown = { w: new Set(), n: new Set() }, language = root.lang, at = 0, timer = 0;

  document.querySelectorAll("ol.steps").forEach(function (list) {
    var steps = Array.from(list.children).map(function (item) { return { item: item, w: null, n: null }; });
    ["w", "n"].forEach(function (kind) {
      var layers = Array.from(document.querySelectorAll("svg." + kind + " > g")).map(function (layer) { return layer.children; });
      var shownNow = new Set(), newest = layers.map(function () { return -1; });
      steps.forEach(function (step) {
        var data = step.item.dataset, words = kind in data ? data[kind] : data.w;
        words.split("/").forEach(function (ofLayer, i) {
          ofLayer.split(" ").filter(Boolean).forEach(function (word) {
            var sign = /^\D?/.exec(word)[0], ends = word.slice(sign.length).split("-").map(Number), far;
            if (sign === "=") newest[i] = ends[0] - 1;
            else if (sign === "+") for (far = 0; far < ends[0]; far++) shownNow.add(layers[i][++newest[i]]);
            else for (far = ends[0]; far >= ends[ends.length - 1]; far--) shownNow[sign ? "delete" : "add"](layers[i][newest[i] - far]);
          });
        });
        step[kind] = new Set(shownNow);
      });
    });
    lists[list.lang] = steps;
  });
  ["w", "n"].forEach(function (kind) { shown[kind] = new Set(lists[language][0][kind]); });
  var last = lists[language].length - 1;

  function setShown(kind, wanted) {
    shown[kind].forEach(function (piece) { if (!wanted.has(piece)) piece.classList.add("h"); });
    wanted.forEach(function (piece) { if (!shown[kind].has(piece)) piece.classList.remove("h"); });
    shown[kind] = wanted;
  }

  function markLines(data) {
    document.querySelectorAll("ol.code").forEach(function (list) {
      list.classList.toggle("h", data.file >= 0 && list.dataset.file !== data.file);
      Array.from(list.children).forEach(function (line, i) {
        var isNow = list.dataset.file === data.file && i + 1 === +data.line;
        line.classList.toggle("now", isNow);
        line.classList.toggle("just", list.dataset.file === data.file && i + 1 === +data.just);
        if (isNow) line.setAttribute("aria-current", "step"); else line.removeAttribute("aria-current");
        if (isNow && list.parentNode.scrollHeight > list.parentNode.clientHeight) line.scrollIntoView({ block: "nearest" });
      });
    });
  }

  // Draw it: the arrows as they are stay hidden; lines of our own go from each dot to the object that its list in the text names.
  var drawn = {}; // by step: what was drawn, one for each dot
  function drawing() { return now.querySelector(".open.draw"); }
  function make(parent, name, values) {
    var node = document.createElementNS(parent.namespaceURI, name);
    for (var key in values) node.setAttribute(key, values[key]);
    return parent.appendChild(node);
  }
  function line(parent, x, y, tx, ty) {
    make(parent, "path", { class: "rubber", d: "M" + x + " " + y + "L" + tx + " " + ty });
    make(parent, "circle", { class: "head", cx: tx, cy: ty, r: 4 });
  }
  function redraw() {
    document.querySelectorAll("g.ours").forEach(function (g) { g.remove(); });
    document.querySelectorAll(".gone").forEach(function (g) { g.classList.remove("gone"); });
    if (!drawing()) return;
    var mine = drawn[at] = drawn[at] || [];
    ["w", "n"].forEach(function (kind) {
      var svg = document.querySelector("svg." + kind), box = svg.getBoundingClientRect(), group = make(svg, "g", { class: "ours" });
      drawing().querySelectorAll("li").forEach(function (item, i) {
        if (!item.dataset[kind]) return;
        var place = item.dataset[kind].split(" "), x = +place[0], y = +place[1];
        svg.querySelectorAll(":scope > g")[place[2]].children[place[3]].classList.add("gone");
        item.querySelector("select").value = mine[i] || "";
        var target = mine[i] && svg.querySelector('[data-o="' + mine[i] + '"]:not(.h)');
        if (target && box.width) {
          var to = target.getBoundingClientRect(), left = to.left - box.left;
          line(group, x, y, left > x ? left : left + Math.min(20, to.width / 2), to.top - box.top + Math.min(14, to.height / 2));
        }
        make(group, "circle", { class: mine[i] ? "dot drawn" : "dot", cx: x, cy: y, r: 5 });
        make(group, "circle", { class: "grip", cx: x, cy: y, r: 14, "data-dot": i });
      });
    });
  }
  function drawTo(dot, object) {
    drawn[at][dot] = object;
    drawing().querySelectorAll("li b").forEach(function (sign) { sign.textContent = ""; });
    redraw();
  }
  function checkDrawing(isShown) {
    var isRight = true;
    drawing().querySelectorAll("li").forEach(function (item, i) {
      var mine = drawn[at][i], fits = mine === item.dataset.to;
      item.querySelector("b").textContent = fits ? "\u2713" : mine ? "\u2715" : "?";
      isRight = isRight && fits;
    });
    tell(isRight || isShown);
    redraw();
  }
  document.addEventListener("pointerdown", function (event) {
    var dot = event.target.dataset && event.target.dataset.dot;
    if (!dot || !drawing()) return;
    var svg = event.target.ownerSVGElement, box = svg.getBoundingClientRect(), group = make(svg, "g", { class: "ours" });
    function lead(move) {
      group.replaceChildren();
      line(group, +event.target.getAttribute("cx"), +event.target.getAttribute("cy"), move.clientX - box.left, move.clientY - box.top);
    }
    function end(up) {
      document.removeEventListener("pointermove", lead);
      document.removeEventListener("pointerup", end);
      document.removeEventListener("pointercancel", end);
      group.remove();
      var below = up.type === "pointerup" && document.elementsFromPoint(up.clientX, up.clientY).map(function (e) { return e.closest("[data-o]"); }).find(Boolean);
      if (drawing()) drawTo(+dot, below ? below.dataset.o : "");
    }
    document.addEventListener("pointermove", lead);
    document.addEventListener("pointerup", end);
    document.addEventListener("pointercancel", end);
    event.preventDefault();
  });
  document.addEventListener("touchstart", function (event) { if (event.target.dataset && event.target.dataset.dot) event.preventDefault(); }, { passive: false }); // draws, and does not move the page
  document.addEventListener("change", function (event) {
    if (event.target.tagName === "SELECT" && drawing()) drawTo(Array.from(drawing().querySelectorAll("select")).indexOf(event.target), event.target.value);
  });

  function openQuestion() { return now.querySelector(".ask.open"); }

  function show(step) {
    at = Math.max(0, Math.min(last, step));
    var entry = lists[language][at], data = entry.item.dataset;
    setShown("w", entry.w);
    setShown("n", entry.n);
    markLines(data);
    output.textContent = text.slice(0, +data.printed);
    output.scrollTop = output.scrollHeight;
    nothing.hidden = +data.printed > 0;
    now.replaceChildren.apply(now, Array.from(entry.item.childNodes).map(function (node) { return node.cloneNode(true); }));
    var ask = now.querySelector(".ask");
    if (ask) ask.classList.add(entry.item.dataset.told ? "told" : "open");
    redraw();
    slider.value = at;
    slider.setAttribute("aria-valuetext", now.querySelector("h3").textContent);
    count.textContent = at + " / " + last;
    document.querySelectorAll("[data-go=first],[data-go=back]").forEach(function (b) { b.disabled = at === 0; });
    document.querySelectorAll("[data-go=last],[data-go=step]").forEach(function (b) { b.disabled = at === last; });
    if (at === last) stop();
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    play.setAttribute("aria-pressed", "false");
  }

  var go = {
    first: function () { show(0); },
    back: function () { show(at - 1); },
    step: function () { show(at + 1); },
    last: function () { show(last); },
    play: function () {
      if (timer) return stop();
      if (at === last) show(0);
      play.setAttribute("aria-pressed", "true");
      timer = setInterval(function () { if (openQuestion()) stop(); else show(at + 1); }, 1000);
    }
  };

  function tell(isRight) {
    var ask = openQuestion();
    if (!ask) return;
    ask.querySelector(".wrong").classList.toggle("h", isRight);
    if (!isRight) return;
    Object.keys(lists).forEach(function (code) { lists[code][at].item.dataset.told = "1"; });
    ask.classList.replace("open", "told");
  }

  function speak(code) {
    language = root.lang = root.dataset.language = code;
    document.querySelectorAll("[data-language]").forEach(function (b) { if (b !== root) b.setAttribute("aria-pressed", String(b.dataset.language === code)); });
    document.querySelectorAll("[data-" + code + "]").forEach(function (e) { e.setAttribute("aria-label", e.getAttribute("data-" + code)); });
    show(at);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button"), object = event.target.closest("[data-o]"), wanted = now.querySelector(".open .click");
    if (button && button.dataset.draw) checkDrawing(button.dataset.draw === "show");
    else if (button && button.dataset.go) go[button.dataset.go]();
    else if (button && button.dataset.language) speak(button.dataset.language);
    else if (button && button.classList.contains("answer")) {
      var isRight = button.hasAttribute("data-right");
      button.classList.add(isRight ? "right" : "no");
      tell(isRight);
    } else if (object && wanted) tell(object.dataset.o === wanted.dataset.answer);
  });
  slider.addEventListener("input", function () { stop(); show(+slider.value); });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target === slider || event.target.tagName === "SELECT") return;
    var name = { ArrowLeft: "back", ArrowRight: "step", Home: "first", End: "last", PageUp: "back", PageDown: "step", " ": "play" }[event.key];
    if (!name || (event.key === " " && event.target.closest("button"))) return;
    if (name !== "play") stop();
    go[name]();
    event.preventDefault();
  });

  root.classList.add("js");
  var wish = /^#step=(\d+)$/.exec(location.hash);
  if (wish) at = +wish[1];
  speak(language);
})();
