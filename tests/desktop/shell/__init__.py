"""The main window, its actions and dialogs, and the command line."""
