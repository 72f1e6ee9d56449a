"""The content policy: what a page of ours may load, send to and be shown in.

Nothing inline, nothing evaluated, nothing from another site. It is the same for every
answer, so it is one header, put together once (`web/headers.py` sends it).
"""

NONE, SELF = "'none'", "'self'"
DIRECTIVES = {
    "default-src": (NONE,),
    "script-src": (SELF,),
    "style-src": (SELF,),
    # The design system draws its icons as data addresses in its stylesheet.
    "img-src": (SELF, "data:"),
    "font-src": (SELF,),
    "connect-src": (SELF,),
    "manifest-src": (SELF,),
    "form-action": (SELF,),
    "frame-ancestors": (NONE,),
    "base-uri": (NONE,),
    "object-src": (NONE,),
}
CONTENT_SECURITY_POLICY = "; ".join(
    f"{name} {' '.join(allowed)}" for name, allowed in DIRECTIVES.items()
)
