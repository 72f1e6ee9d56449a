"""The parts of a budget: its rows, their columns, its sides and its sums."""
