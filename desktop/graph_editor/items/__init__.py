"""What is painted: lean graphics items that know no model, only what to show."""
