"""Files in and out, as plain facts; knows nothing of Django."""
