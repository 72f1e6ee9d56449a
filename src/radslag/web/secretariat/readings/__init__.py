"""Readings in the browser: sent in, followed, reviewed, applied, taken back."""
