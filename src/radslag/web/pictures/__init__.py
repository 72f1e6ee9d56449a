"""Pictures: facts become drawing numbers here, and templates draw them.

Nothing is asked and nothing is decided: the same facts always give the same picture.
Units: the picture's own, one to a pixel where it is shown at full size.
"""
