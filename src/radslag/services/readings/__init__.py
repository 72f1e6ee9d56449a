"""Readings: documents that somebody sends become proposed records, and then records.

Sent, read by a worker, reviewed by a person, applied, and perhaps taken back.
"""
