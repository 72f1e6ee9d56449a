"""Formatting and layout words that templates may use."""
