package io.greenpark.dashboards.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListingTest {
    private record Firm(String id, Bilingual name, @Nullable BigDecimal tce) {}

    private static final Firm TOOLS =
            new Firm("tools", new Bilingual("五金工量具", "Hardware tools"), new BigDecimal("9.5"));
    private static final Firm COTTON =
            new Firm("cotton", new Bilingual("棉纺", "Cotton, \"fine\""), new BigDecimal("10"));
    private static final Firm BRICK = new Firm("brick", new Bilingual("=SUM(A1)", "-brick"), null);

    private final Listing<Firm> firms = new Listing<>(
            new Bilingual("企业", "Enterprises"),
            List.of(
                    Column.text("id", new Bilingual("编号", "Id"), f -> Cell.code(f.id())),
                    Column.text("name", new Bilingual("名称", "Name"), f -> Cell.words(f.name())),
                    Column.number("tce", new Bilingual("能耗（吨标准煤）", "Energy (tce)"), 1, f -> Cell.number(f.tce()))),
            Firm::id,
            List.of(TOOLS, COTTON, BRICK));

    @Test
    void what_is_not_known_comes_last_in_either_order() {
        assertThat(firms.sort(new Order("tce", false), Locale.CHINESE).rows()).containsExactly(TOOLS, COTTON, BRICK);
        assertThat(firms.sort(new Order("tce", true), Locale.CHINESE).rows()).containsExactly(COTTON, TOOLS, BRICK);
    }

    @Test
    void names_are_found_in_both_languages_and_every_word_counts() {
        assertThat(firms.search("五金", Locale.ENGLISH).rows()).containsExactly(TOOLS);
        assertThat(firms.search(" TOOLS hardware ", Locale.CHINESE).rows()).containsExactly(TOOLS);
        assertThat(firms.search("tools cotton", Locale.CHINESE).rows()).isEmpty();
    }

    @Test
    void pages_go_on_where_the_one_before_ended() {
        Listing.Page<Firm> first = firms.page(null, 2).orElseThrow();
        assertThat(first.rows()).containsExactly(TOOLS, COTTON);
        Listing.Page<Firm> last = firms.page(first.next(), 2).orElseThrow();
        assertThat(last.rows()).containsExactly(BRICK);
        assertThat(last.next()).isNull();
        assertThat(firms.page("gone", 2)).isEmpty();
    }

    @Test
    void a_file_of_commas_says_it_is_utf_8_and_computes_nothing() {
        String csv = new String(TableFile.CSV.write(firms, Locale.CHINESE, ""), StandardCharsets.UTF_8);
        assertThat(csv).isEqualTo("\uFEFF编号,名称,能耗（吨标准煤）\r\ntools,五金工量具,9.5\r\ncotton,棉纺,10\r\nbrick,'=SUM(A1),\r\n");
        assertThat(new String(
                        TableFile.CSV.write(firms.choose(List.of("name", "tce")), Locale.ENGLISH, ""),
                        StandardCharsets.UTF_8))
                .contains("Name,Energy (tce)\r\n", "\"Cotton, \"\"fine\"\"\",10\r\n", "'-brick,\r\n");
    }

    @Test
    void quotients_are_cut_in_files_and_small_numbers_keep_their_digits() {
        Column<String> column =
                Column.number("figure", Bilingual.same("figure"), 2, text -> Cell.number(new BigDecimal(text)));
        Listing<String> quotients = new Listing<>(
                Bilingual.same("quotients"),
                List.of(column),
                text -> text,
                List.of("633.7512345678901234", "0.000012345678901234", "1234567.5", "-0.999999999"));
        assertThat(new String(TableFile.CSV.write(quotients, Locale.ENGLISH, ""), StandardCharsets.UTF_8).lines())
                .containsExactly("\uFEFFfigure", "633.7512", "0.0000123457", "1234567.5", "-1");
    }

    @Test
    void a_share_is_never_rounded_up_to_complete() {
        Column<String> column =
                Column.share("share", Bilingual.same("share"), text -> Cell.number(new BigDecimal(text)));
        Listing<String> shares = new Listing<>(
                Bilingual.same("shares"),
                List.of(column),
                text -> text,
                List.of("0.99986", "1.0", "0.9", "0.2899999999"));
        assertThat(new String(TableFile.CSV.write(shares, Locale.ENGLISH, ""), StandardCharsets.UTF_8).lines())
                .containsExactly("\uFEFFshare", "0.999", "1", "0.9", "0.29");
    }
}
