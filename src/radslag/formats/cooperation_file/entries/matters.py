"""Entries of matters and conferences."""

from typing import Annotated

from pydantic import Field

from radslag.formats.cooperation_file.entry import DerivedEntry, KeyedEntry, Nested
from radslag.formats.cooperation_file.types import (
    Day,
    Flag,
    MatterStateWord,
    MeetingStatusWord,
    MunicipalityKey,
    Text,
)


class ConferenceHostEntry(DerivedEntry):
    """Ett värdskap för en konferens. Skrivs som kommunens nyckel."""

    belongs_to = "conference_hosts"
    derived = ("conference", "municipality")
    implied = ("conference",)
    unique = (("conference", "municipality"),)
    as_text = "municipality"

    municipality: MunicipalityKey


class ConferenceEntry(KeyedEntry):
    """En konferens (conference) med tema och målgrupp."""

    belongs_to = "conferences"
    ordered_by = ("held_on",)
    same_or_later = (("held_on", "ends_on"),)

    name: Text = Field(min_length=1, max_length=200)
    held_on: Day | None = None
    ends_on: Day | None = None
    place: Text = Field(default="", max_length=200)
    theme: Text = Field(default="", max_length=300)
    target_groups: Text = Field(default="", max_length=400)
    purpose: Text = ""
    status: MeetingStatusWord = "planned"
    is_public: Flag = False
    hosts: Annotated[list[ConferenceHostEntry], Nested("conference")] = []


class MatterEventEntry(DerivedEntry):
    """Ett steg i ett ärendes liv."""

    belongs_to = "matter_events"
    ordered_by = ("happened_on",)
    derived = ("matter", "happened_on", "state")
    implied = ("matter",)

    happened_on: Day
    state: MatterStateWord
    note: Text = ""


class MatterEntry(KeyedEntry):
    """Ett ärende (matter) med sitt diarienummer."""

    belongs_to = "matters"
    ordered_by = ("raised_on",)

    title: Text = Field(min_length=1, max_length=300)
    register_number: Text = Field(default="", max_length=60)
    raised_on: Day | None = None
    raised_by: MunicipalityKey | None = None
    state: MatterStateWord = "raised"
    closed_on: Day | None = None
    summary: Text = ""
    events: Annotated[list[MatterEventEntry], Nested("matter")] = []
