"""What is painted on the canvas: lean graphics items that know no model, only what to show."""
