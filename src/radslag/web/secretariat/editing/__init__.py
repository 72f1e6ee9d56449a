"""Adding and correcting records in the browser: one mechanism, many small forms."""
