"""What people do: read facts, ask the rule, save. The only room that writes."""
