"""The drawn network: where units stand, their numbers, what is chosen, editing in place."""
