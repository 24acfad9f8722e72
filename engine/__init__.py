"""The numpy engine: operations, graphs, differentiation, optimizers and training, without Qt."""
