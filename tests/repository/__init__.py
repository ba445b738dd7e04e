"""A repository of many agencies' reports over several years, made, checked, and held to account."""
