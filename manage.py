"""Run Rådslag's commands from a checkout; installed, the same is `radslag`."""

from radslag.config.command import main

if __name__ == "__main__":
    main()
