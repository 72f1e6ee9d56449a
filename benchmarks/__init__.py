"""Speed and size, measured: `make bench` prints what docs/speed.md explains."""
