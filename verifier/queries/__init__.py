"""The read side: a session in, frozen rows out. No ORM object leaves this package."""
