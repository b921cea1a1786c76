"""What an opinion piece says in its own voice."""
