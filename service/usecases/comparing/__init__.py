"""What differs between two versions, proposals, periods or papers."""
