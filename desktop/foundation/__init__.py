"""What every part of the desktop stands on: assets, settings, theme, translation, errors."""
