"""`python -m articlekit`."""

from articlekit.cli.app import main

main()
