"""Assets, settings, theme, translation, errors."""
