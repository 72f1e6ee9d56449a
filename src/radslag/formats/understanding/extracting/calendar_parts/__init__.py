"""The parts of a calendar: what stands at a day, and calendars that are tables."""
