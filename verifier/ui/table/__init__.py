"""The table of all claims below the documents: sort, filter, edit many at once."""
