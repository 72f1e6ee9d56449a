"""What stands in a piece that many see, where a visitor's own words belong.

Nobody can write these into a record: they are new in every process.
"""

import secrets

TOKEN_MARK = f"token-{secrets.token_hex(16)}"
NAME_MARK = f"name-{secrets.token_hex(16)}"
PATH_MARK = f"path-{secrets.token_hex(16)}"
HOST_MARK = f"host-{secrets.token_hex(16)}"
