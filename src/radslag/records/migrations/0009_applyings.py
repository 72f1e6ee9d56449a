import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0008_search_lasting'),
    ]

    operations = [
        migrations.CreateModel(
            name='Applying',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='omgång')),
                ('applied_at', models.DateTimeField(verbose_name='inläst')),
                ('applied_by_name', models.CharField(max_length=160, verbose_name='inläst av')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='ångrad')),
                ('undone_by_name', models.CharField(blank=True, max_length=160, verbose_name='ångrad av')),
                ('outcome', models.JSONField(default=dict, verbose_name='utfall')),
                ('reading', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='applyings', to='records.reading')),
            ],
            options={
                'verbose_name': 'omgång av inläsning',
                'verbose_name_plural': 'omgångar av inläsning',
                'ordering': ['reading', 'number'],
            },
        ),
        migrations.AddField(
            model_name='proposedrecord',
            name='applying',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals', to='records.applying'),
        ),
        migrations.AddConstraint(
            model_name='applying',
            constraint=models.UniqueConstraint(fields=('reading', 'number'), name='applying_once_a_number'),
        ),
        migrations.AddConstraint(
            model_name='applying',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='applying_counts'),
        ),
    ]
