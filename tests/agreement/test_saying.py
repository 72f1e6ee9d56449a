"""Every kind of term is said in one plain Swedish sentence."""

import pytest

from radslag.agreement.terms import KINDS, read_term, say

SAID = [
    ("duration", {"runs": "until_further_notice"}, "Avtalet gäller tills vidare."),
    (
        "duration",
        {"runs": "until", "until": "2030-12-31"},
        "Avtalet gäller till och med 31 december 2030.",
    ),
    (
        "withdrawal",
        {
            "months": 12,
            "counted_from": "next_month_turn",
            "decided_by": "municipal_council",
            "received_by": "committee_chair",
            "refund": False,
        },
        "Uppsägningstiden är 12 månader och räknas från månadsskiftet närmast efter "
        "att uppsägningen kom fram. Beslutet fattas av kommunfullmäktige och lämnas "
        "till kommitténs ordförande. Inget betalas tillbaka.",
    ),
    (
        "composition",
        {
            "body": "committee",
            "seats_per_municipality": 1,
            "office": "board_chair",
            "attending": ["chief_executive"],
        },
        "Samarbetskommittén har en ledamot från varje kommun: kommunstyrelsens "
        "ordförande. Med vid mötena är även kommundirektör.",
    ),
    (
        "composition",
        {"body": "board", "seats_per_municipality": 2, "office": "member"},
        "Kommunstyrelsen har 2 ledamöter från varje kommun: ledamot.",
    ),
    (
        "officers",
        {
            "body": "committee",
            "roles": ["chair", "vice_chair"],
            "elected_each": "year",
            "from": "members",
        },
        "Samarbetskommittén utser inom sig ordförande och vice ordförande varje år.",
    ),
    (
        "decision",
        {
            "body": "committee",
            "rule": "consensus",
            "unless_agreed_by": "all_members",
        },
        "Samarbetskommittén beslutar i enighet, om inte samtliga ledamöter har kommit "
        "överens om annat.",
    ),
    (
        "decision",
        {
            "body": "committee",
            "rule": "qualified_majority",
            "share": "2/3",
            "of": "all",
        },
        "Samarbetskommittén beslutar med kvalificerad majoritet (två tredjedelar) av "
        "alla ledamöter.",
    ),
    (
        "quorum",
        {"body": "board", "boundary": "more_than", "share": "1/2"},
        "Kommunstyrelsen är beslutför när mer än hälften av ledamöterna är närvarande.",
    ),
    (
        "remote",
        {"body": "committee", "means": ["telephone", "network"]},
        "Samarbetskommittén får besluta över telefon och datanät.",
    ),
    (
        "minutes",
        {"body": "committee", "delivered_to": "each_municipality"},
        "Samarbetskommittén dokumenterar sina beslut i minnesanteckningar, som delges "
        "varje kommun.",
    ),
    (
        "initiative",
        {
            "body": "committee",
            "raised_by": "any_member",
            "agenda_decided_by": "chair",
            "called_by": "chair",
        },
        "Varje ledamot får väcka en fråga. Ordförande kallar till mötet i god tid, "
        "och ordförande beslutar om dagordningen.",
    ),
    (
        "initiative",
        {
            "body": "committee",
            "raised_by": "member",
            "agenda_decided_by": "chair",
            "called_by": "secretary",
            "notice_days": 14,
        },
        "Ledamot får väcka en fråga. Sekreterare kallar till mötet senast 14 dagar "
        "före mötet, och ordförande beslutar om dagordningen.",
    ),
    (
        "meetings",
        {"body": "committee", "per_year": 6, "qualifier": "about"},
        "Samarbetskommittén sammanträder omkring 6 gånger om året.",
    ),
    (
        "meetings",
        {
            "body": "committee",
            "per_year": 4,
            "qualifier": "at_least",
            "planning_conference": True,
        },
        "Samarbetskommittén sammanträder minst 4 gånger om året och har en "
        "planeringskonferens.",
    ),
    (
        "extra_meeting",
        {"body": "committee", "members_needed": 5, "chair_may_call": False},
        "Ett extra möte hålls när minst 5 ledamöter begär det.",
    ),
    (
        "presentation",
        {"subjects": ["annual_plan", "budget"], "to": "each_municipality"},
        "Förslag till verksamhetsplanen och budgeten redovisas för varje kommun innan "
        "de fastställs.",
    ),
    (
        "secretariat",
        {"host": "lillby", "full_time_officials": 2, "paid_at": "cost_price"},
        "Lillby kommun håller ett kansli med 2 heltidstjänster och får "
        "självkostnadspris för det.",
    ),
    (
        "secretariat",
        {"host": "lillby", "full_time_officials": 1, "paid_at": "cost_price"},
        "Lillby kommun håller ett kansli med en heltidstjänst och får "
        "självkostnadspris för det.",
    ),
    (
        "financing",
        {"common": "budget", "some_but_important": "budget", "only_some": "concerned"},
        "Det gemensamma betalas av den gemensamma budgeten. Det som berör några men "
        "är viktigt för helheten kan betalas av den gemensamma budgeten. Det som bara "
        "berör några betalas av de berörda kommunerna.",
    ),
    (
        "special_project",
        {"shared_by": "equal"},
        "Gemensamma projekt utanför budgeten betalas med särskilda anslag, som "
        "fördelas lika.",
    ),
    (
        "fee",
        {"rule": "per_resident", "rate_sek": "4"},
        "Avgiften är 4 kr per invånare och år, räknat på invånarantalet den 31 "
        "december året före.",
    ),
    (
        "fee",
        {"rule": "base_and_rate", "base_sek": "75000", "rate_sek": "9"},
        "Avgiften är 75 000 kr för varje kommun och 9 kr per invånare och år, räknat "
        "på invånarantalet den 31 december året före.",
    ),
    (
        "fee",
        {
            "rule": "indexed",
            "first_year": 2010,
            "first_total_sek": "860000",
            "first_population_on": "2009-12-31",
        },
        "Avgiften var 860 000 kr år 2010, fördelad efter invånarantalet 31 december "
        "2009. Sedan ändras varje kommuns avgift varje år lika mycket i procent som "
        "kommunens eget invånarantal.",
    ),
    (
        "fee",
        {"rule": "shared_total", "total_sek": "100.50", "shared_by": "population"},
        "Avgiften är sammanlagt 100,50 kr om året och fördelas efter invånarantal.",
    ),
    (
        "due",
        {"of": "fee", "month": 3, "day": 15, "invoiced_by": "lillby"},
        "Avgiften betalas senast den 15 mars, efter faktura från Lillby kommun.",
    ),
    (
        "dissolution",
        {"decided_by": "committee", "shared_by": "fee"},
        "Samarbetskommittén kan besluta om upplösning. Tillgångar och skulder delas "
        "då på samma sätt som avgiften.",
    ),
    (
        "adoption",
        {"subject": "programme", "by": "each_board"},
        "Utvecklingsprogrammet gäller när det har antagits av varje kommuns "
        "kommunstyrelse.",
    ),
]


@pytest.mark.parametrize(("kind", "value", "sentence"), SAID)
def test_say_gives_one_plain_sentence(kind, value, sentence):
    said = say(read_term(kind, value))

    assert said.replace("\N{NO-BREAK SPACE}", " ") == sentence


def test_every_kind_and_class_of_value_is_said():
    said = {type(read_term(kind, value)) for kind, value, _ in SAID}

    assert said == {each for kind in KINDS.values() for each in kind.classes}


def test_say_refuses_what_is_not_a_term():
    with pytest.raises(TypeError):
        say("beslutför")
