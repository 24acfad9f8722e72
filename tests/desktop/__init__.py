"""The desktop, acted on by mouse, keys and actions."""
