"""How much: numbers, units, indicators, targets, observations, incentives."""
