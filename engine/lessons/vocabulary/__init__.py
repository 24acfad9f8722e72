"""The words of a lesson's structure: what spaces offer by name, and what each is called."""
