"""Operations: one record each, collected into one table that everything else reads."""
