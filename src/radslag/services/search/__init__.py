"""Search: every record of a cooperation, found by its words (sök).

Ask `finding`; the journal tells `indexing` of every change.
"""
