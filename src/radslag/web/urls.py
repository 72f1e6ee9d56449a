"""The addresses of the pages; who may open each is in `radslag.web.access`."""

from django.urls import URLPattern, path
from django.views.i18n import set_language

from radslag.web.kept import kept
from radslag.web.late import late
from radslag.web.public.adoptions import adoption, adoption_matrix
from radslag.web.public.agreements import agreement
from radslag.web.public.comparisons import compare
from radslag.web.public.economy import economy
from radslag.web.public.goals import goal, goals
from radslag.web.public.meeting_page import meeting
from radslag.web.public.meetings import meeting_list
from radslag.web.public.organisation import body, organisation
from radslag.web.public.plan_pictures import timeline, wheel
from radslag.web.public.plans import plan
from radslag.web.public.start import open_page, start
from radslag.web.public.words import words
from radslag.web.secretariat.calculations import special_project, withdrawal
from radslag.web.secretariat.editing import (
    attendance_entry,
    lists,
    population_entry,
    removals,
)
from radslag.web.secretariat.editing import views as editing
from radslag.web.secretariat.overview import overview
from radslag.web.secretariat.readings import (
    applying,
    changing,
    choices,
    documents,
    kinds,
    reviewing,
    sending,
    sources,
)
from radslag.web.secretariat.record_pages import record
from radslag.web.secretariat.reviews import accept, review
from radslag.web.secretariat.search import palette, search

_FILES = "radslag.web.secretariat.cooperation_files"
_FIRST_RUN = "radslag.web.secretariat.first_run"


def reading_pages(start: str, name: str) -> list[URLPattern]:
    """Return the pages of readings: a cooperation's, or those that set one up."""
    one = f"{start}<int:number>/"
    file = f"{one}handling/<int:file>/"
    return [
        path(start, sending.readings, name=name),
        path(one, reviewing.reading, name=f"{name}-one"),
        path(f"{one}val/", choices.choose, name=f"{name}-choose"),
        path(f"{one}andra/<int:record>/", changing.change, name=f"{name}-change"),
        path(file, documents.document, name=f"{name}-document"),
        path(f"{file}sida/<int:page>/", documents.picture, name=f"{name}-picture"),
        path(f"{file}slag/", kinds.say_kind, name=f"{name}-kind"),
        path(f"{one}las-in/", applying.apply_reading, name=f"{name}-apply"),
        path(f"{one}igen/", applying.start_again, name=f"{name}-again"),
        path(f"{one}kasta/", applying.forget, name=f"{name}-forget"),
    ]


urlpatterns = [
    path("", start, name="start"),
    path("sprak/", set_language, name="set_language"),
    path("las-in/", late(_FIRST_RUN, "first_run"), name="first-run"),
    path(
        "las-in/bekrafta/",
        late(_FIRST_RUN, "first_run_confirmed"),
        name="first-run-confirmed",
    ),
    *reading_pages("las-in/handlingar/", "first-readings"),
    *reading_pages("<slug:cooperation>/lasningar/", "readings"),
    path(
        "<slug:cooperation>/lasningar/<int:number>/angra/",
        applying.undo_reading,
        name="readings-undo",
    ),
    path(
        "<slug:cooperation>/kalla/<slug:section>/<str:key>/",
        sources.source,
        name="source",
    ),
    path(
        "<slug:cooperation>/handling/<int:file>/sida/<int:page>/",
        sources.source_picture,
        name="source-picture",
    ),
    path(
        "<slug:cooperation>/handling/<int:file>/original/",
        sources.source_file,
        name="source-file",
    ),
    path("<slug:cooperation>/", kept(open_page), name="open"),
    path("<slug:cooperation>/laget/", kept(overview), name="overview"),
    path("<slug:cooperation>/mal/", kept(goals), name="goals"),
    path("<slug:cooperation>/mal/jamfor/", kept(compare), name="goals-compared"),
    path(
        "<slug:cooperation>/mal/<str:programme>/", kept(goals), name="goals-programme"
    ),
    path(
        "<slug:cooperation>/mal/<str:programme>/<str:goal>/",
        kept(goal),
        name="goals-one",
    ),
    path("<slug:cooperation>/plan/", kept(plan), name="plan"),
    path("<slug:cooperation>/plan/<int:year>/", kept(plan), name="plan-year"),
    path(
        "<slug:cooperation>/plan/<int:year>/tidslinje/",
        kept(timeline),
        name="plan-timeline",
    ),
    path("<slug:cooperation>/plan/<int:year>/arshjul/", kept(wheel), name="plan-wheel"),
    path("<slug:cooperation>/ekonomi/", kept(economy), name="economy"),
    path("<slug:cooperation>/ekonomi/<int:year>/", kept(economy), name="economy-year"),
    path("<slug:cooperation>/moten/", kept(meeting_list), name="meetings"),
    path("<slug:cooperation>/moten/<str:key>/", kept(meeting), name="meetings-one"),
    path("<slug:cooperation>/organisation/", kept(organisation), name="organisation"),
    path(
        "<slug:cooperation>/organisation/<str:key>/",
        kept(body),
        name="organisation-body",
    ),
    path("<slug:cooperation>/antaganden/", kept(adoption_matrix), name="adoptions"),
    path(
        "<slug:cooperation>/antaganden/<str:programme>/<str:board>/",
        kept(adoption),
        name="adoptions-one",
    ),
    path("<slug:cooperation>/avtalet/", kept(agreement), name="agreement"),
    path("<slug:cooperation>/avtalet/uppsagning/", withdrawal, name="withdrawal"),
    path(
        "<slug:cooperation>/avtalet/sarskilt-projekt/",
        special_project,
        name="special-project",
    ),
    path("<slug:cooperation>/sok/", search, name="search"),
    path("<slug:cooperation>/sok/palett/", palette, name="palette"),
    path(
        "<slug:cooperation>/post/<slug:section>/<str:key>/", kept(record), name="record"
    ),
    path("<slug:cooperation>/ord/", kept(words), name="words"),
    path(
        "<slug:cooperation>/fil/",
        late(_FILES, "cooperation_file"),
        name="cooperation-file",
    ),
    path(
        "<slug:cooperation>/fil/bekrafta/",
        late(_FILES, "cooperation_file_confirmed"),
        name="cooperation-file-confirmed",
    ),
    path(
        "<slug:cooperation>/fil/<slug:way>/",
        late(_FILES, "download"),
        name="cooperation-file-as",
    ),
    path("<slug:cooperation>/granskning/", kept(review), name="review"),
    path(
        "<slug:cooperation>/granskning/<slug:anchor>/godta/",
        accept,
        name="accept-finding",
    ),
    path("<slug:cooperation>/andra/", lists.sections, name="edit-sections"),
    path(
        "<slug:cooperation>/andra/<slug:section>/",
        lists.section,
        name="edit-section",
    ),
    path(
        "<slug:cooperation>/andra/<slug:section>/<str:record_key>/",
        editing.edit,
        name="edit-record",
    ),
    path(
        "<slug:cooperation>/ny/invanarantal/",
        population_entry.populations,
        name="enter-populations",
    ),
    path(
        "<slug:cooperation>/ny/narvaro/<str:key>/",
        attendance_entry.attendance,
        name="enter-attendance",
    ),
    path("<slug:cooperation>/ny/<slug:section>/", editing.add, name="add-record"),
    path(
        "<slug:cooperation>/ta-bort/<slug:section>/<str:record_key>/",
        removals.remove,
        name="remove-record",
    ),
    path("<slug:cooperation>/angra/<int:change>/", removals.undo, name="undo-change"),
]
