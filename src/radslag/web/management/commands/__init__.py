"""Thin commands: each calls a service as a page does."""
