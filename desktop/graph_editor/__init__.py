"""The Graph space: a node editor in which values flow forward and gradients flow back."""
