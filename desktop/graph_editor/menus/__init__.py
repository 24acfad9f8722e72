"""Where commands stand and how they are called: actions, menus, keys and gestures."""
