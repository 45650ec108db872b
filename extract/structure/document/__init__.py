"""What a document says of itself: title, number, issuers, dates, and where it holds."""
