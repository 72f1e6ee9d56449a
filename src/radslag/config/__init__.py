"""Settings, addresses and the ways to start; nobody imports this room."""
