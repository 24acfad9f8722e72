"""Training networks: data, initial weights, the network as a graph, and the loop."""
