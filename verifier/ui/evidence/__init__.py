"""The locker in the window: its table, what is known of an item, checking that it is whole."""
