"""Pure functions on text: ranges, normalisation, selectors, anchoring. No I/O, no Qt."""
