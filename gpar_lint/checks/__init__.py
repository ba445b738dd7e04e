"""What rules do, by kind. A check reads a Report and yields Findings; it changes nothing."""
