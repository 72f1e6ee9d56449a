"""The walls of the tables in words: constraint → the field it concerns, and why."""

REFUSALS: dict[str, tuple[str, str]] = {
    "municipality_code_once": ("code", "En annan kommun har redan den koden."),
    "municipality_code_digits": (
        "code",
        "Kommunkoden är fyra siffror, till exempel 0126.",
    ),
    "membership_in_order": (
        "member_until",
        "Medlemskapet måste sluta efter den dag då det börjar.",
    ),
    "population_once_a_day": (
        "counted_on",
        "Kommunen har redan ett invånarantal för den dagen. Ändra det i stället.",
    ),
    "population_sum_once_a_day": (
        "counted_on",
        "Det finns redan en summa för den dagen. Ändra den i stället.",
    ),
    "term_of_office_in_order": (
        "ends_on",
        "Mandatperioden måste sluta efter den dag då den börjar.",
    ),
    "agreement_in_order": (
        "in_force_until",
        "Avtalet måste sluta gälla efter den dag då det börjar gälla.",
    ),
    "signature_once_a_municipality": (
        "municipality",
        "Kommunen har redan en underskrift under avtalet. Ändra den i stället.",
    ),
    "paragraph_number_once": ("number", "Avtalet har redan en paragraf med numret."),
    "term_in_order": (
        "applies_until",
        "Villkoret måste sluta gälla efter den dag då det börjar gälla.",
    ),
    "body_board_has_municipality": (
        "municipality",
        "Ange vilken kommun styrelsen eller fullmäktige hör till.",
    ),
    "seat_in_order": (
        "appointed_until",
        "Uppdraget måste sluta efter den dag då det börjar.",
    ),
    "appointment_follows_office_whole": (
        "follows_body",
        "Ange både organ och roll när uppdraget följer ett annat, och då ingen person.",
    ),
    "programme_in_order": (
        "valid_to",
        "Programmet måste sluta gälla efter den dag då det börjar gälla.",
    ),
    "goal_not_its_own_parent": ("parent", "Ett mål kan inte höra till sig självt."),
    "annual_plan_once_a_year": ("year", "Det finns redan en plan för det året."),
    "presentation_once": (
        "municipality",
        "Redovisningen för kommunen finns redan. Ändra den i stället.",
    ),
    "activity_in_order": (
        "ends_until",
        "Aktiviteten måste sluta efter den dag då den börjar.",
    ),
    "activity_cost_not_negative": (
        "cost_sek",
        "Kostnaden kan inte vara mindre än noll.",
    ),
    "fee_once_a_year": ("year", "Kommunen har redan en avgift för det året."),
    "fee_not_negative": ("amount_sek", "Avgiften kan inte vara mindre än noll."),
    "meeting_days_in_order": (
        "ends_on",
        "Mötet kan inte sluta före den dag det börjar.",
    ),
    "agenda_item_number_once": ("number", "Mötet har redan en punkt med det numret."),
    "adoption_once_a_board": (
        "board",
        "Styrelsens beslut om programmet finns redan. Ändra det i stället.",
    ),
    "grant_share_once": (
        "municipality",
        "Kommunen har redan en andel av anslaget. Ändra den i stället.",
    ),
    "delivery_of_something": (
        "minutes",
        "Ange vad som skickades: anteckningar, kallelse, handling eller plan.",
    ),
    "dissent_against_one": (
        "",
        "En reservation gäller ett beslut eller ett antagande.",
    ),
}
