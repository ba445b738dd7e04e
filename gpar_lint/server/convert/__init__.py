"""Between the two worlds: spans and findings here, the protocol's types there.

The features know nothing of the protocol, and the engine nothing of editors.
"""
