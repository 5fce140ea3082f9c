"""Forms made from a table of fields."""
