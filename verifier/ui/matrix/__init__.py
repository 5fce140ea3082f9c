"""What stands around the matrix of competing accounts: the forms of its rows and accounts."""
