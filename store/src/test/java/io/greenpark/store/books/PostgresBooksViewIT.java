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
    void an_unreachable_server_is_reported() {
        BooksServer away = BooksServer.parse("postgres://greenpark@127.0.0.1:1/greenpark", null, "secret");
        assertThatThrownBy(() ->
                        BooksView.read(fixture.folder(), BooksConfig.defaults().at(away), handle -> true))
                .isInstanceOf(BooksUnavailableException.class)
                .hasMessageContaining("start the server, or correct books.url");
    }
}
