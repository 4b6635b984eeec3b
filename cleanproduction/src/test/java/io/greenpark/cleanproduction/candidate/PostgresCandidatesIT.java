package io.greenpark.cleanproduction.candidate;

import io.greenpark.store.books.BooksKind;

/** {@link CandidatesTest} on PostgreSQL. */
class PostgresCandidatesIT extends CandidatesTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }
}
