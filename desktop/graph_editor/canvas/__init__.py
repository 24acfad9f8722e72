"""The view: camera, keys, focus, tooltips, drops, and leading events to gestures."""
