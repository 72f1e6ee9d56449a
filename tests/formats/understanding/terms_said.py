"""Sentences of invented agreements, and what the term of a kind says by them."""

TERMS = [
    ("duration", "Avtalet gäller tills vidare.", {"runs": "until_further_notice"}),
    (
        "duration",
        "Avtalet löper t.o.m. den 31 december 2028.",
        {"runs": "until", "until": "2028-12-31"},
    ),
    (
        "duration",
        "Avtalstiden är 2021-07-01 – 2025-06-30.",
        {"runs": "until", "until": "2025-06-30"},
    ),
    (
        "composition",
        "Styrgruppen består av två ledamöter från varje kommun.",
        {"body": "committee", "seats_per_municipality": 2, "office": "member"},
    ),
    (
        "composition",
        "Varje kommun utser tre ledamöter och tre ersättare i samverkansnämnden.",
        {"body": "committee", "seats_per_municipality": 3, "office": "member"},
    ),
    (
        "composition",
        "Samverkansrådet utgörs av kommunstyrelsernas ordförande. Kommuncheferna "
        "adjungeras till rådets möten.",
        {
            "body": "committee",
            "seats_per_municipality": 1,
            "office": "board_chair",
            "attending": ["chief_executive"],
        },
    ),
    (
        "composition",
        "Ledningsgruppen består av kommundirektören i respektive kommun.",
        {
            "body": "management_group",
            "seats_per_municipality": 1,
            "office": "chief_executive",
        },
    ),
    (
        "officers",
        "Styrgruppen väljer inom sig ordförande och vice ordförande för två år... "
        "Valet gäller för en mandatperiod.",
        {"roles": ["chair", "vice_chair"], "elected_each": "term_of_office"},
    ),
    (
        "officers",
        "Kommittén utser årligen bland ledamöterna en ordförande.",
        {"roles": ["chair"], "elected_each": "year", "from": "members"},
    ),
    (
        "officers",
        "Ordförande och 1:e vice ordförande utses av nämnden för ett år i taget.",
        {"roles": ["chair", "vice_chair"], "elected_each": "year"},
    ),
    (
        "decision",
        "Styrgruppens beslut fattas i enighet.",
        {"body": "committee", "rule": "consensus"},
    ),
    (
        "decision",
        "Beslut i nämnden ska vara enhälliga.",
        {"rule": "unanimity"},
    ),
    (
        "decision",
        "Styrgruppen fattar beslut med enkel majoritet.",
        {"rule": "majority"},
    ),
    (
        "decision",
        "För beslut i styrgruppen krävs kvalificerad majoritet om tre fjärdedelar av "
        "samtliga ledamöter.",
        {"rule": "qualified_majority", "share": "3/4", "of": "all"},
    ),
    (
        "decision",
        "För beslut krävs att minst 2/3 av närvarande ledamöter röstar för förslaget.",
        {"rule": "qualified_majority", "share": "2/3"},
    ),
    (
        "quorum",
        "Styrgruppen är beslutsför när minst 2/3 av ledamöterna är närvarande.",
        {"boundary": "at_least", "share": "2/3"},
    ),
    (
        "quorum",
        "Rådet är beslutfört om fler än hälften av ledamöterna deltar.",
        {"boundary": "more_than", "share": "1/2"},
    ),
    (
        "quorum",
        "Nämnden är beslutsmässig när en majoritet av ledamöterna är närvarande.",
        {"boundary": "more_than", "share": "1/2"},
    ),
    (
        "quorum",
        "För att styrgruppen ska vara beslutför krävs att samtliga ledamöter deltar.",
        {"boundary": "at_least", "share": "1"},
    ),
    (
        "quorum",
        "Ledningsgruppen är beslutför när minst 75 procent av ledamöterna är med.",
        {"body": "management_group", "boundary": "at_least", "share": "3/4"},
    ),
    (
        "remote",
        "Styrgruppen får sammanträda digitalt eller per telefon.",
        {"means": ["telephone", "network"]},
    ),
    (
        "remote",
        "Ledamöter får delta i sammanträden på distans via videokonferens.",
        {"means": ["network"]},
    ),
    (
        "minutes",
        "Vid mötena förs protokoll som skickas till samtliga kommuner.",
        {"delivered_to": "each_municipality"},
    ),
    (
        "minutes",
        "Minnesanteckningar ska föras. Dessa distribueras till ledamöterna "
        "inom en vecka.",
        {"delivered_to": "each_member"},
    ),
    (
        "initiative",
        "Varje ledamot får väcka ärende i styrgruppen. Kansliet kallar till "
        "möte senast "
        "tio dagar före mötet. Ordföranden fastställer dagordningen.",
        {
            "raised_by": "any_member",
            "called_by": "secretariat",
            "agenda_decided_by": "chair",
            "notice_days": 10,
        },
    ),
    (
        "initiative",
        "Ordföranden kallar till styrgruppens möten minst två veckor innan.",
        {"called_by": "chair", "notice_days": 14},
    ),
    (
        "meetings",
        "Styrgruppen ska hålla minst fyra möten per år.",
        {"per_year": 4, "qualifier": "at_least"},
    ),
    (
        "meetings",
        "Nämnden sammanträder cirka 6 ggr/år och har en årlig planeringsdag.",
        {"per_year": 6, "qualifier": "about", "planning_conference": True},
    ),
    (
        "meetings",
        "Ledningsgruppen träffas åtminstone åtta gånger om året.",
        {"body": "management_group", "per_year": 8, "qualifier": "at_least"},
    ),
    (
        "meetings",
        "Styrgruppen möts minst två gånger per termin.",
        {"per_year": 4, "qualifier": "at_least"},
    ),
    (
        "extra_meeting",
        "Extra möte hålls om minst tre ledamöter begär det.",
        {"members_needed": 3, "chair_may_call": False},
    ),
    (
        "extra_meeting",
        "Ordföranden kan kalla till extra sammanträde, liksom då en kommun begär det.",
        {"members_needed": 1},
    ),
    (
        "presentation",
        "Innan budget och verksamhetsplan fastställs ska de presenteras för "
        "kommunerna.",
        {"subjects": ["annual_plan", "budget"]},
    ),
    (
        "secretariat",
        "Håbo kommun är värdkommun och håller samverkan med ett kansli om två "
        "heltidstjänster. Kostnaden ersätts till självkostnad.",
        {"host": "habo", "full_time_officials": 2, "paid_at": "cost_price"},
    ),
    (
        "financing",
        "Gemensamma projekt finansieras ur den gemensamma budgeten. Insatser "
        "som enbart "
        "rör vissa kommuner bekostas av de berörda kommunerna.",
        {"common": "budget", "only_some": "concerned"},
    ),
    (
        "special_project",
        "Särskilda projekt utanför budgeten delas lika mellan kommunerna.",
        {"shared_by": "equal"},
    ),
    (
        "fee",
        "Kommunerna betalar en avgift om tre kronor per invånare och år.",
        {"rule": "per_resident", "rate_sek": "3"},
    ),
    (
        "fee",
        "Varje part betalar en årlig avgift om 6:50 kronor per invånare.",
        {"rule": "per_resident", "rate_sek": "6.50"},
    ),
    (
        "fee",
        "Avgiften är 2,50 kr/invånare beräknat på invånarantalet den 1 november "
        "föregående år.",
        {"rule": "per_resident", "rate_sek": "2.50", "population_day": "11-01"},
    ),
    (
        "fee",
        "Den årliga avgiften är sammanlagt 1 200 000 kr och fördelas efter folkmängd.",
        {"rule": "shared_total", "total_sek": "1200000", "shared_by": "population"},
    ),
    (
        "fee",
        "Kostnaden, totalt 500 tkr per år, fördelas med 50 % på Enköping, 30 % på Håbo "
        "och 20 % på Strängnäs.",
        {
            "rule": "shared_total",
            "total_sek": "500000",
            "shares": {"enkoping": "1/2", "habo": "3/10", "strangnas": "1/5"},
        },
    ),
    (
        "fee",
        "Den totala avgiften för 2021 är 700 000 kr och fördelas efter "
        "invånarantalet den "
        "31 december 2020. Avgiften räknas därefter om varje år med samma procentsats "
        "som kommunens invånarantal har förändrats.",
        {
            "rule": "indexed",
            "first_year": 2021,
            "first_total_sek": "700000",
            "first_population_on": "2020-12-31",
        },
    ),
    (
        "due",
        "Avgiften förfaller till betalning den 31 mars efter faktura från Håbo kommun.",
        {"of": "fee", "month": 3, "day": 31, "invoiced_by": "habo"},
    ),
    (
        "due",
        "Avgiften ska betalas senast den 15 februari.",
        {"month": 2, "day": 15},
    ),
    (
        "due",
        "Medlemsavgiften ska vara betald senast den 30 mars.",
        {"month": 3, "day": 30},
    ),
    (
        "extra_meeting",
        "Därutöver hålls möte om ordföranden finner det behövligt eller om minst tre "
        "ledamöter begär det.",
        {"members_needed": 3, "chair_may_call": True},
    ),
    (
        "dissolution",
        "Samverkan kan upplösas genom beslut av kommunfullmäktige i samtliga kommuner. "
        "Vid upplösning fördelas tillgångar och skulder lika mellan kommunerna.",
        {"decided_by": "municipal_council", "shared_by": "equal"},
    ),
    (
        "adoption",
        "Utvecklingsprogrammet ska antas av respektive kommuns fullmäktige.",
        {"subject": "programme", "by": "each_council"},
    ),
    (
        "adoption",
        "Programmet ska beslutas i varje kommunstyrelse för att gälla.",
        {"subject": "programme", "by": "each_board"},
    ),
]
