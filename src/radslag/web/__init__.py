"""Every way in: pages, forms, downloads, commands."""
