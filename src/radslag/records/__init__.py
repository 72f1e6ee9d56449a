"""Every table and constraint; the one app that owns data."""
