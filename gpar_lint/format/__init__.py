"""The typed form of rules/: editions, catalogue, vocabulary; errors that name file and key."""
