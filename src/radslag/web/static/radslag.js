// What a page does better with script; everything works without it.
"use strict";

// A form that came back with faults says so at once, to eyes and to screen readers.
document.querySelector("[data-focus]")?.focus();

// Older browsers cannot unfold for paper by style alone.
const opened = [];
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details:not([open])")) {
    fold.open = true;
    opened.push(fold);
  }
});
addEventListener("afterprint", () => {
  for (const fold of opened.splice(0)) fold.open = false;
});
