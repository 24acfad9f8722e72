"""Speed against baselines that everybody can build: naive numpy and plain Python."""
