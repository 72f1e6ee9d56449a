"""What a load did: how many records of each section, and how."""

from dataclasses import dataclass, field


@dataclass
class Counts:
    """How many records of a section were added, changed, removed or left alone."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0

    @property
    def is_quiet(self) -> bool:
        """Say whether nothing was done."""
        return not (self.added or self.changed or self.removed)


@dataclass
class LoadReport:
    """What a load did with a cooperation, section by section."""

    key: str
    is_new: bool = False
    has_new_facts: bool = False
    sections: dict[str, Counts] = field(default_factory=dict)

    def of(self, section: str) -> Counts:
        """Return the counts of a section, to read or to add to."""
        return self.sections.setdefault(section, Counts())

    @property
    def added(self) -> int:
        """Count the records added."""
        return sum(counts.added for counts in self.sections.values())

    @property
    def changed(self) -> int:
        """Count the records changed."""
        return sum(counts.changed for counts in self.sections.values())

    @property
    def removed(self) -> int:
        """Count the records removed."""
        return sum(counts.removed for counts in self.sections.values())

    @property
    def unchanged(self) -> int:
        """Count the records that already said what the file says."""
        return sum(counts.unchanged for counts in self.sections.values())
