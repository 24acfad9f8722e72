"""What menus, keys and typing do to the document where it is seen, each one undo step."""
