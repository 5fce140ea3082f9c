"""Views of the whole case that open as tabs beside the documents."""
