"""The drawn network: numbers on its lines, samples flowing through, editing in place."""
