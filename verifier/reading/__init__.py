"""From a file to its canonical text, pages and boxes. Knows neither the database nor Qt."""
