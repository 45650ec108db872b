"""The grammar of one clause: which agencies it names, at which level, in which role."""
