"""Rådslag runs a municipal cooperation, from its agreement to its annual report."""

__version__ = "0.1.0"
