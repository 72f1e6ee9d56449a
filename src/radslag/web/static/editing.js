// Keeps what is being typed in this tab, and offers it back if it was never saved.
"use strict";

const form = document.querySelector("form[data-mark]");
const place = form && `radslag:${location.pathname}${location.search}`;

function typed() {
  return [...new FormData(form)].filter(([name]) =>
    !["csrfmiddlewaretoken", "stamp", "once"].includes(name));
}

function keep() {
  try {
    sessionStorage.setItem(place, JSON.stringify({ mark: form.dataset.mark, values: typed() }));
  } catch {
    // A full or forbidden store takes nothing away from the page itself.
  }
}

function forget() {
  sessionStorage.removeItem(place);
}

function fill(kept) {
  for (const control of form.elements) {
    if (!control.name || control.type === "hidden") continue;
    const values = kept.filter(([name]) => name === control.name).map(([, value]) => value);
    if (["checkbox", "radio"].includes(control.type)) control.checked = values.includes(control.value);
    else if (values.length) control.value = values[0];
  }
  keep();
}

function offer(values) {
  const box = document.getElementById("ej-sparat");
  box.hidden = false;
  box.querySelector("[data-restore]").addEventListener("click", () => {
    fill(values);
    box.hidden = true;
    form.querySelector("input:not([type=hidden]), select, textarea").focus();
  });
  box.querySelector("[data-forget]").addEventListener("click", () => {
    forget();
    box.hidden = true;
  });
}

if (form) {
  const kept = JSON.parse(sessionStorage.getItem(place) || "null");
  const isSaved = !kept || kept.mark === form.dataset.done;
  // A form that came back with faults holds what was typed already.
  if (isSaved || JSON.stringify(kept.values) === JSON.stringify(typed())) forget();
  else if (!document.querySelector(".error-summary")) offer(kept.values);
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
}
