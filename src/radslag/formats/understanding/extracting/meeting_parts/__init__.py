"""The parts that notices and minutes of meetings are made of, each in its module."""
