print("branda")
