"""Goal trees as documents write them: labels, levels, and which goal is under which."""
