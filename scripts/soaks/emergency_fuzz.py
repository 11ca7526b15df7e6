"""Fuzzed messages to the service's emergency socket."""
def trial(options): pass
