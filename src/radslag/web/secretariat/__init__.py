"""Pages for those who are signed in."""
