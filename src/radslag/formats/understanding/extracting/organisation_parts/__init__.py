"""The parts of what is said of offices: who holds one, and which."""
