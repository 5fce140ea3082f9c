"""Sources in the window: their table, their form, pasting references, merging duplicates."""
