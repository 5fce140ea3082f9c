"""Reading a document: its pages as pictures, its text as boxes, highlights and selection over both.

`ReaderView` shows any `PageProvider`. Inside this package pages count from 0 and places on a page
are points (1/72 inch) from its top left corner; offsets are code points of the document's text.
"""
