"""`python -m guitu`: the command."""

from guitu.exports.command.cli import main

main()
