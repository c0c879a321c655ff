// Placeholder until the kit is furnished.
