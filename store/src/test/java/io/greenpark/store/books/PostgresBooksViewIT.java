package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** {@link BooksViewTest} on PostgreSQL. */
class PostgresBooksViewIT extends BooksViewTest {
    @Override
    BooksKind kind() {
        return BooksKind.POSTGRESQL;
    }

    @Test
    void a_server_that_does_not_answer_is_told_in_words() {
        BooksServer away = BooksServer.parse("postgres://greenpark@127.0.0.1:1/greenpark", null, "secret");
        assertThatThrownBy(() ->
                        BooksView.read(fixture.folder(), BooksConfig.defaults().at(away), handle -> true))
                .isInstanceOf(BooksUnavailableException.class)
                .hasMessageContaining("start the server, or correct books.url");
    }
}
