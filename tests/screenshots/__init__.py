"""Pictures of the real application in its main situations, for the README and for looking at."""
