"""Terms: the agreement's numbers and choices, dated, each with its paragraph.

Source: §§ 2-10 of the model agreement; a cooperation brings its own values.
Units: as in `values`. No value of any cooperation is written here.
"""

from radslag.agreement.terms.collection import NoTermInForce, Term, Terms
from radslag.agreement.terms.kinds import (
    KINDS,
    KeyShape,
    Kind,
    keys_of,
    kind_of,
    read_term,
    schema_of,
    write_term,
)
from radslag.agreement.terms.saying import say
from radslag.agreement.terms.shapes import BadTerm
from radslag.agreement.terms.values import (
    AdoptionTerm,
    Composition,
    DecisionTerm,
    Dissolution,
    Due,
    Duration,
    ExtraMeeting,
    FeeTerm,
    Financing,
    IndexedFee,
    Initiative,
    Meetings,
    MinutesTerm,
    Officers,
    PerResidentFee,
    Presentation,
    Quorum,
    Remote,
    SecretariatTerm,
    SharedTotalFee,
    SpecialProject,
    Value,
    WithdrawalTerm,
)

__all__ = [
    "KINDS",
    "AdoptionTerm",
    "BadTerm",
    "Composition",
    "DecisionTerm",
    "Dissolution",
    "Due",
    "Duration",
    "ExtraMeeting",
    "FeeTerm",
    "Financing",
    "IndexedFee",
    "Initiative",
    "KeyShape",
    "Kind",
    "Meetings",
    "MinutesTerm",
    "NoTermInForce",
    "Officers",
    "PerResidentFee",
    "Presentation",
    "Quorum",
    "Remote",
    "SecretariatTerm",
    "SharedTotalFee",
    "SpecialProject",
    "Term",
    "Terms",
    "Value",
    "WithdrawalTerm",
    "keys_of",
    "kind_of",
    "read_term",
    "say",
    "schema_of",
    "write_term",
]
