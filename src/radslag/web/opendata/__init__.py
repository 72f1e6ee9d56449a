"""Open data: what machines read."""
