package io.greenpark.store.books;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the books' PostgreSQL is and who signs in there.
 *
 * @param hosts {@code host}, {@code host:port}, or several of them with commas between, of which the driver takes the
 *     one that answers
 * @param database its name
 * @param parameters of the driver, e.g. {@code sslmode}
 * @param user null for the user the process runs as
 * @param password a secret; null where the server asks for none
 */
public record BooksServer(
        String hosts,
        String database,
        Map<String, String> parameters,
        @Nullable String user,
        @Nullable String password) {

    /** What is accepted as an address, for messages. */
    public static final String ACCEPTED = "postgres://user@host:port/database or jdbc:postgresql://host:port/database,"
            + " e.g. postgres://greenpark@127.0.0.1:5432/greenpark";

    private static final Pattern URL = Pattern.compile(
            "(?:jdbc:postgresql|postgresql|postgres)://(?:([^@/?#]*)@)?([^@/?#]+)/([^/?#]+)(?:\\?([^#]*))?");
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?");

    /** Parameters that would change what the books rely on, or that have a setting of their own. */
    private static final Set<String> NOT_ALLOWED = Set.of(
            "user", "password", "readonly", "autosave", "rewritebatchedinserts", "stringtype", "prefercursorfetch");

    /** How long a server that says nothing is waited for; the address may give other values. */
    private static final Map<String, String> PATIENCE = Map.of(
            "connectTimeout", "5",
            "loginTimeout", "10",
            "socketTimeout", "60",
            "tcpKeepAlive", "true",
            "ApplicationName", "greenpark");

    public BooksServer {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads an address.
     *
     * @param user what is set beside the address; null if nothing is
     * @throws IllegalArgumentException saying what is wrong, without any password
     */
    public static BooksServer parse(String url, @Nullable String user, @Nullable String password) {
        Matcher m = URL.matcher(url.strip());
        if (!m.matches()) {
            throw new IllegalArgumentException("\"" + shown(url) + "\" is not allowed; accepted: " + ACCEPTED);
        }
        String named = m.group(1) == null || m.group(1).isEmpty() ? null : decoded(m.group(1));
        if (named != null && named.indexOf(':') >= 0) {
            throw new IllegalArgumentException("\"" + shown(url) + "\" holds a password, which logs would show;"
                    + " take it out and give it in a file of its own");
        }
        if (named != null && user != null && !named.equals(user)) {
            throw new IllegalArgumentException("\"" + shown(url) + "\" names the user \"" + named
                    + "\", the setting beside it \"" + user + "\"; leave one of them out");
        }
        for (String host : m.group(2).split(",", -1)) {
            checkHost(host, url);
        }
        return new BooksServer(
                m.group(2), decoded(m.group(3)), parameters(m.group(4), url), named == null ? user : named, password);
    }

    private static void checkHost(String host, String url) {
        Matcher m = HOST.matcher(host);
        boolean right = m.matches()
                && (m.group(1) == null || Integer.parseInt(m.group(1)) >= 1 && Integer.parseInt(m.group(1)) <= 65_535);
        if (!right) {
            throw new IllegalArgumentException(
                    "\"" + shown(url) + "\": \"" + host + "\" is no host:port; accepted: " + ACCEPTED);
        }
    }

    private static Map<String, String> parameters(@Nullable String query, String url) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (NOT_ALLOWED.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("\"" + shown(url) + "\": the parameter \"" + name
                        + "\" is not allowed here; take it out (user and password are settings of their own)");
            }
            parameters.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return parameters;
    }

    /** The address as messages may show it. */
    private static String shown(String url) {
        return url.replaceAll("://([^:@/?#]*):[^@/?#]*@", "://$1:***@")
                .replaceAll("(?i)([?&](?:ssl)?password=)[^&]*", "$1***");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The same with another password. */
    public BooksServer with(@Nullable String other) {
        return new BooksServer(hosts, database, parameters, user, other);
    }

    /** The address as the setting takes it: without user and password. */
    public String url() {
        return "postgres://" + hosts + "/" + encoded(database) + (parameters.isEmpty() ? "" : "?" + query(parameters));
    }

    private static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** For the driver; holds no secret but what {@code parameters} hold. */
    String jdbcUrl() {
        Map<String, String> all = new TreeMap<>(PATIENCE);
        all.putAll(parameters);
        return "jdbc:postgresql://" + hosts + "/" + encoded(database) + "?" + query(all);
    }

    DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** The address for people: without parameters and password. */
    @Override
    public String toString() {
        return "postgres://" + (user == null ? "" : user + "@") + hosts + "/" + database;
    }
}
