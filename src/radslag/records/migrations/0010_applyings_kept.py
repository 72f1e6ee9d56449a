"""Readings that were applied before have had one applying, with what it took."""

from django.db import migrations
from django.db.models import Q

TAKEN = (
    Q(choice='accepted')
    | Q(change='same', choice='open')
    | Q(section='documents', choice='open')
)


def keep(apps, schema_editor):
    applying = apps.get_model('records', 'Applying')
    proposed = apps.get_model('records', 'ProposedRecord')
    for reading in apps.get_model('records', 'Reading').objects.filter(applied_at__isnull=False):
        made = applying.objects.create(
            reading=reading,
            number=1,
            applied_at=reading.applied_at,
            applied_by_name=reading.applied_by_name,
            undone_at=reading.undone_at,
            undone_by_name=reading.undone_by_name,
            outcome=reading.outcome,
        )
        rows = proposed.objects.filter(reading=reading)
        if reading.undone_at is None:
            rows.filter(TAKEN).update(applying=made)
        else:
            rows.filter(choice='accepted').update(choice='open', chosen_by_name='')


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0009_applyings'),
    ]

    operations = [migrations.RunPython(keep, migrations.RunPython.noop, elidable=True)]
