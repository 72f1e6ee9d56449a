from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0010_applyings_kept'),
    ]

    operations = [
        migrations.RemoveField(model_name='reading', name=name)
        for name in ('applied_at', 'applied_by_name', 'outcome', 'undone_at', 'undone_by_name')
    ]
