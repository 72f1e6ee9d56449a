"""The forms by subject; which there are is in `editors`."""
