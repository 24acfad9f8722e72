"""The same steps written out as code for one network and one rule."""
