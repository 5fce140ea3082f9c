"""Everything the window can be told to do, as tables: one for each menu."""
