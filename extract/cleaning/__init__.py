"""From raw blocks to a reading text: each step one purpose, its guarantees listed."""
