// The palette, its shortcuts, and answers while typing.
"use strict";
(() => {
  const palette = document.getElementById("palett");
  if (!palette) return;
  const help = document.getElementById("kortkommandon");
  const field = palette.querySelector("[role=combobox]");
  const list = palette.querySelector("[role=listbox]");
  const status = palette.querySelector("[role=status]");
  const single = document.getElementById("en-tangent");
  const SETTING = "en-tangent";
  let commands = null;
  let chosen = -1;
  let asked = null;
  let waiting = 0;

  // A browser may refuse to keep the choice.
  try {
    single.checked = localStorage.getItem(SETTING) !== "av";
    single.addEventListener("change", () => localStorage.setItem(SETTING, single.checked ? "på" : "av"));
  } catch { /* See above. */ }

  // A newer question takes the older one's place.
  async function ask(url, headers = {}) {
    asked?.abort();
    asked = new AbortController();
    const answer = await fetch(url, { headers, signal: asked.signal });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    return answer;
  }

  const later = (act) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, 150);
  };
  const at = (url, words) => `${url}?${new URLSearchParams({ q: words })}`;

  function choose(number) {
    const options = [...list.children];
    chosen = options.length ? (number + options.length) % options.length : -1;
    options.forEach((each, place) => each.setAttribute("aria-selected", place === chosen));
    if (chosen < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    }
  }

  function show(found) {
    list.replaceChildren(...found.map((each, place) => {
      const option = document.createElement("li");
      const label = document.createElement("span");
      const detail = document.createElement("span");
      option.id = `palett-${place}`;
      option.setAttribute("role", "option");
      label.textContent = each.label;
      detail.textContent = each.detail;
      detail.className = "palette-detail";
      option.append(label, " ", detail);
      option.addEventListener("click", () => go(each));
      option.found = each;
      return option;
    }));
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(found.length > 0));
    choose(0);
  }

  function go(each) {
    if (each.form) document.querySelector(`form[action="${each.form}"]`)?.requestSubmit();
    else location.assign(each.url);
    palette.close();
  }

  function fitting(words) {
    const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (each) => parts.every((part) => each.label.toLowerCase().includes(part));
    return (commands ?? []).filter(fits);
  }

  const lost = (error, place) => {
    if (error.name !== "AbortError") place.textContent = status.dataset.lost;
  };

  async function find() {
    const words = field.value.trim();
    const known = fitting(words).slice(0, words ? 5 : 40);
    show(known);
    if (!words) { asked?.abort(); status.textContent = ""; return; }
    try {
      const { hits, summary } = await (await ask(at(palette.dataset.url, words))).json();
      show([...known, ...hits]);
      status.textContent = summary;
    } catch (error) {
      lost(error, status);
    }
  }

  async function open() {
    if (help.open) help.close();
    if (!palette.open) palette.showModal();
    field.select();
    try {
      commands ??= (await (await ask(palette.dataset.url)).json()).commands;
      find();
    } catch (error) {
      lost(error, status);
    }
  }

  function openHelp() {
    if (palette.open) palette.close();
    if (!help.open) help.showModal();
  }

  field.addEventListener("input", () => later(find));
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(chosen + step);
    else if (event.key === "Enter" && list.children[chosen]) go(list.children[chosen].found);
    else return;
    event.preventDefault();
  });
  palette.querySelector("[data-closes]").addEventListener("click", () => palette.close());
  palette.addEventListener("close", () => { clearTimeout(waiting); asked?.abort(); });
  for (const each of document.querySelectorAll("[data-opens]")) {
    each.hidden = false;
    each.addEventListener("click", each.dataset.opens === "palett" ? open : openHelp);
  }

  addEventListener("keydown", (event) => {
    const isWriting = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isHeld = event.ctrlKey || event.metaKey;
    if (isHeld && !event.altKey && event.key.toLowerCase() === "k") open();
    else if (isWriting || isHeld || event.altKey || !single.checked) return;
    else if (event.key === "/") open();
    else if (event.key === "?") openHelp();
    else return;
    event.preventDefault();
  });

  const live = document.querySelector("form[data-live]");
  if (!live) return;
  const words = live.elements.q;
  const answers = document.getElementById(live.dataset.live);
  const summary = answers.querySelector("[role=status]");
  words.addEventListener("input", () => later(async () => {
    const url = at(live.getAttribute("action"), words.value.trim());
    answers.setAttribute("aria-busy", "true");
    try {
      const text = await (await ask(url, { "X-Radslag-Part": "answers" })).text();
      const part = new DOMParser().parseFromString(text, "text/html");
      // The status stays and gets new words, so that it is read aloud.
      const told = part.querySelector("[role=status]");
      summary.replaceChildren(...told.childNodes);
      told.remove();
      answers.replaceChildren(summary, ...part.body.childNodes);
      history.replaceState(null, "", url);
    } catch (error) {
      lost(error, summary);
    }
    answers.removeAttribute("aria-busy");
  }));
})();
