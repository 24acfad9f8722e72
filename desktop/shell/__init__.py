"""The main window round the spaces: bar, menus, dialogs."""
