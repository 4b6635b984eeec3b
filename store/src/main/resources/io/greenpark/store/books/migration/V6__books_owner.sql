-- One row: how often a process has taken these books into its hands. A process that finds the number changed lost them to
-- another in between and writes no more. It belongs to the database, not to the books: a move leaves it out.
CREATE TABLE books_owner (
    id   INTEGER NOT NULL PRIMARY KEY,
    term BIGINT  NOT NULL
);
INSERT INTO books_owner (id, term) VALUES (1, 0);
