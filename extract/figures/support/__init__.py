"""What is granted to whom and on what condition: incentives, not figures."""
