"""Files that are not code: icons, themes, translations, examples; read by foundation.assets."""
