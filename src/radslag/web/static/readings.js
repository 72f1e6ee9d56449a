// Reviewing with keys, and without leaving the page; every step works without script.
"use strict";
(() => {
  const PART = { "X-Radslag-Part": "reading" };
  const parsed = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

  // Files may be dropped on the form, and their names are told.
  const drop = document.querySelector("[data-drop]");
  if (drop) {
    const field = drop.querySelector("input[type=file]");
    const told = drop.querySelector("[data-chosen]");
    const button = drop.querySelector("button[type=submit]");
    drop.querySelector("[data-drop-words]").hidden = false;
    const tell = () => {
      told.hidden = !field.files.length;
      told.textContent = [...field.files].map((each) => each.name).join(", ");
    };
    field.addEventListener("change", tell);
    drop.addEventListener("submit", () => {
      if (!field.files.length) return;
      button.disabled = true;
      told.textContent = drop.dataset.sending;
    });
    // Back from the next page, the form may be as it was left.
    addEventListener("pageshow", () => { button.disabled = false; tell(); });
    for (const name of ["dragover", "dragleave", "drop"]) {
      drop.addEventListener(name, (event) => {
        event.preventDefault();
        drop.toggleAttribute("data-over", name === "dragover");
        if (name === "drop" && event.dataTransfer.files.length) {
          field.files = event.dataTransfer.files;
          tell();
        }
      });
    }
  }

  // How far the files have come is asked for until they are read.
  const poll = async () => {
    const place = document.querySelector("[data-poll]");
    if (!place) return;
    try {
      const page = await parsed(await fetch(location.href));
      const fresh = page.querySelector("[data-poll]");
      if (!fresh) { location.reload(); return; }
      if (fresh.innerHTML !== place.innerHTML) place.replaceChildren(...fresh.childNodes);
    } catch { /* The next try may reach the server. */ }
    setTimeout(poll, 2000);
  };
  if (document.querySelector("[data-poll]")) setTimeout(poll, 1500);

  const pane = document.getElementById("dokument");
  const isWide = matchMedia("(width >= 64rem)");

  // The pane ends where the window does, or its last lines could never be seen.
  function fit() {
    const body = pane.querySelector(".document-body");
    if (!body?.closest("[data-review]")) return;
    const room = innerHeight - Math.max(body.getBoundingClientRect().top, 0) - 16;
    body.style.maxHeight = isWide.matches ? `${Math.max(room, 240)}px` : "";
  }

  function showWords() {
    fit();
    const body = pane?.querySelector(".document-body");
    const words = body?.querySelector('[data-frame="asked"], .page-frame');
    if (!words) return;
    const gap = words.getBoundingClientRect().top - body.getBoundingClientRect().top;
    body.scrollTop += gap - body.clientHeight / 3;
  }

  let asked = null;
  async function open(url) {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(url, { headers: PART, signal: asked.signal });
      if (!answer.ok) throw new Error(answer.status);
      pane.replaceChildren(...(await parsed(answer)).body.childNodes);
      showWords();
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
    }
  }

  if (pane) {
    showWords();
    for (const name of ["scroll", "resize"]) addEventListener(name, fit, { passive: true });
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-pane]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!isWide.matches && !pane.contains(link)) return;
      if (!link.closest("[data-review]")) return;
      event.preventDefault();
      open(link.href);
    });
  }

  const review = document.querySelector("[data-review]");
  if (!review) return;
  const refusal = review.querySelector("[data-refusal]");
  review.querySelector("[data-steps]").hidden = false;
  const all = () => [...review.querySelectorAll("[data-record]")];
  let current = review.querySelector(location.hash.startsWith("#p") ? location.hash : "[data-record]");

  // The document beside the list follows the record that one is at.
  function take(record, opens = true) {
    current = record;
    for (const each of all()) {
      if (each === record) each.setAttribute("aria-current", "true");
      else each.removeAttribute("aria-current");
    }
    const words = record.dataset.words;
    if (opens && words && isWide.matches) open(words);
  }

  function go(record, opens = true) {
    if (!record) return;
    take(record, opens);
    record.focus({ preventScroll: true });
    record.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const records = all();
    const next = records[records.indexOf(current) + by];
    if (next) go(next);
    else review.querySelector(by > 0 ? "nav.pages a[rel=next]" : "nav.pages a[rel=prev]")?.click();
  }

  function refuse(page) {
    refusal.replaceChildren(...page.body.childNodes);
    refusal.scrollIntoView({ block: "nearest" });
  }

  function replace(page) {
    refusal.replaceChildren();
    const bar = review.querySelector('[data-part="counts"]');
    bar.replaceChildren(...page.querySelector('[data-part="counts"]').childNodes);
    for (const fresh of page.querySelectorAll("[data-record]")) {
      const old = document.getElementById(fresh.id);
      if (!old) { location.reload(); return null; }
      old.replaceWith(fresh);
      take(fresh, false);
    }
    return current;
  }

  async function send(form, body) {
    const answer = await fetch(form.action, { method: "POST", body, headers: PART });
    if (!answer.ok) throw new Error(answer.status);
    return parsed(answer);
  }

  async function choose(form, button) {
    const page = await send(form, new FormData(form, button));
    if (page.querySelector("[data-refused]")) { refuse(page); return; }
    if (page.querySelector("[data-reload]")) { location.reload(); return; }
    const record = replace(page);
    if (!record) return;
    if (button.value === "angra") go(record);
    else step(1);
  }

  async function change(link) {
    const record = link.closest("[data-record]");
    const answer = await fetch(link.href, { headers: PART });
    if (!answer.ok) { location.assign(link.href); return; }
    edit(record, (await parsed(answer)).querySelector("form"));
  }

  function edit(record, form) {
    record.querySelector("[data-change-form]")?.remove();
    record.append(form);
    record.toggleAttribute("data-changing", true);
    (form.querySelector("[data-focus], [aria-invalid=true]") ?? form.querySelector("input:not([type=hidden]), select, textarea"))?.focus();
  }

  function leave(record) {
    record.querySelector("[data-change-form]")?.remove();
    record.toggleAttribute("data-changing", false);
    go(record, false);
  }

  async function save(form) {
    const record = form.closest("[data-record]");
    const page = await send(form, new FormData(form));
    const faulty = page.querySelector("form[data-change-form]");
    if (faulty) edit(record, faulty);
    else if (page.querySelector("[data-refused]")) refuse(page);
    else if (replace(page)) step(1);
  }

  const lost = () => {
    refusal.textContent = review.dataset.lost;
  };

  review.addEventListener("submit", (event) => {
    const form = event.target;
    const act = form.matches("[data-choices]") ? () => choose(form, event.submitter)
      : form.matches("[data-change-form]") ? () => save(form) : null;
    if (!act) return;
    event.preventDefault();
    act().catch(lost);
  });

  review.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a[data-change], a[data-cancel], a[data-show], a[data-fresh], button[data-step]");
    const record = event.target.closest("[data-record]");
    if (!link) {
      const isPlain = record && !event.target.closest("a, button, summary, form") && getSelection().isCollapsed;
      if (isPlain) take(record);
      return;
    }
    event.preventDefault();
    if (link.dataset.step) step(Number(link.dataset.step));
    else if (link.matches("[data-show]")) go(record);
    else if (link.matches("[data-fresh]")) location.reload();
    else if (link.matches("[data-cancel]")) leave(link.closest("[data-record]"));
    else change(link).catch(lost);
  });

  review.addEventListener("focusin", (event) => {
    const record = event.target.closest("[data-record]");
    if (record && record !== current) take(record);
  });

  const isOff = () => {
    const single = document.getElementById("en-tangent");
    return single ? !single.checked : false;
  };

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && current?.hasAttribute("data-changing")) { leave(current); return; }
    const isWriting = event.target.closest?.("input, textarea, select, dialog, [contenteditable]");
    if (isWriting || event.ctrlKey || event.metaKey || event.altKey || isOff()) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
    else if (key === "z") review.querySelector('[data-key="z"]:not([disabled])')?.click();
    else if ("ars".includes(key) && current) current.querySelector(`[data-key="${key}"]`)?.click();
    else return;
    event.preventDefault();
  });
})();
