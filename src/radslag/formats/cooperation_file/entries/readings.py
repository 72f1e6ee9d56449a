"""What a reading of documents says of itself, in the file that it gives.

A load takes no notice of it: it is for people and for programs that compare readings.
Everything may be left out, and more may stand there than what is named here.
"""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field


class _Told(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="allow")


class ReadPart(_Told):
    """En del av en handling: av vilket slag den är."""

    kind: str = Field(default="paper", description="Slaget, som annual_plan.")
    title: str = ""
    certainty: str = "certain"


class ReadFile(_Told):
    """En fil som lästes, eller inte gick att läsa."""

    name: str = Field(default="", description="Filens namn.")
    document: str = Field(default="", description="Nyckeln bland documents.")
    sha256: str = ""
    kind: str = Field(default="paper", description="Slaget, som annual_plan.")
    is_whole: bool = Field(default=True, description="Lästes allt i filen?")
    refusal: str = Field(default="", description="Varför den inte lästes.")
    remarks: list[str] = []
    parts: list[ReadPart] = []


class ReadPlace(_Told):
    """Ett ställe i en handling."""

    document: str = ""
    place: str = ""
    words: str = ""


class ReadContradiction(_Told):
    """Två eller flera ställen som inte alla kan stämma."""

    rule: str = Field(default="", description="Vad som jämfördes.")
    sentence: str = ""
    section: str = ""
    record_key: str = ""
    field: str = ""
    places: list[ReadPlace] = []


class IncompleteRecord(_Told):
    """En post som handlingarna nämner men inte säger nog om."""

    section: str = ""
    record_key: str = ""
    missing: list[str] = Field(default=[], description="Fälten som saknas.")
    said: dict[str, object] = Field(default={}, description="Det som är känt.")


class ReadingNote(_Told):
    """Vad en läsning av handlingar säger om sig själv; inläsningen bortser från det."""

    files: list[ReadFile] = []
    contradictions: list[ReadContradiction] = []
    incomplete: list[IncompleteRecord] = []
    remarks: list[str] = []
