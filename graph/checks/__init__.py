"""Whether a graph is as it must be: shapes, completeness, the replay of proofs, and what was read of each document."""
