"""What a number is: a figure, or a rule, a condition, a part of a name, a count of the paper."""
