"""Action plans' tables, whatever their columns are called."""
