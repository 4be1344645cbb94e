package dev.bulkhead.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID provider on loopback that signs in whoever it was told to, without asking. It keeps to the rules of the code flow with PKCE
 * and refuses a client that does not; what it signs can be bent by a test.
 */
public final class TestProvider implements AutoCloseable {

    public static final String CLIENT = "bulkhead";
    public static final String SECRET = "the-secret-of-the-client";

    /** Who is signed in there. */
    public record Person(String subject, String name, List<String> groups) {}

    private record Issued(Map<String, String> request, Person person) {}

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Issued> codes = new ConcurrentHashMap<>();
    private volatile Person person = new Person("0", "nobody", List.of());
    private volatile UnaryOperator<JWTClaimsSet.Builder> bend = UnaryOperator.identity();
    private volatile boolean foreignKey;
    private final AtomicInteger signOuts = new AtomicInteger();

    /** @param port where nobody listens so far; see {@link #freePort} */
    public TestProvider(int port) {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (JOSEException | IOException failure) {
            throw new IllegalStateException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, metadata()));
        server.createContext("/keys", exchange -> json(exchange, new JWKSet(key).toJSONObject()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/end", exchange -> {
            signOuts.incrementAndGet();
            redirect(exchange, query(exchange).get("post_logout_redirect_uri"));
        });
        server.start();
    }

    public String issuer() {
        return issuer(server.getAddress().getPort());
    }

    /** Of one that will listen there. For browsers it is another site than 127.0.0.1. */
    public static String issuer(int port) {
        return "http://localhost:" + port;
    }

    /** From now on that one is signed in there. */
    public void signedIn(Person next) {
        person = next;
        bend = UnaryOperator.identity();
        foreignKey = false;
    }

    /** What it signs from now on. */
    public void bend(UnaryOperator<JWTClaimsSet.Builder> change) {
        bend = change;
    }

    /** From now on it signs with a key that it does not show. */
    public void useForeignKey() {
        foreignKey = true;
    }

    /** How often somebody signed out there. */
    public int signOuts() {
        return signOuts.get();
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/keys",
                "end_session_endpoint",
                issuer() + "/end",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> request = query(exchange);
        if (!request.keySet().containsAll(Set.of("state", "nonce", "code_challenge", "redirect_uri"))
                || !"S256".equals(request.get("code_challenge_method"))
                || !CLIENT.equals(request.get("client_id"))) {
            answer(exchange, 400, "text/plain", "state, nonce and PKCE are required: " + request);
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Issued(request, person));
        redirect(exchange, request.get("redirect_uri") + "?code=" + code + "&state=" + request.get("state"));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Issued issued = codes.remove(form.getOrDefault("code", ""));
        String credentials =
                Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (issued == null
                || !("Basic " + credentials).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !challenge(form.getOrDefault("code_verifier", ""))
                        .equals(issued.request().get("code_challenge"))) {
            answer(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
            return;
        }
        json(
                exchange,
                Map.of(
                        "access_token",
                        UUID.randomUUID().toString(),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        60,
                        "id_token",
                        idToken(issued)));
    }

    private String idToken(Issued issued) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(issued.person().subject())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", issued.request().get("nonce"))
                .claim("preferred_username", issued.person().name())
                .claim("groups", issued.person().groups());
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                    bend.apply(claims).build());
            token.sign(new RSASSASigner(foreignKey ? new RSAKeyGenerator(2048).generate() : key));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? Map.of() : fields(query);
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void json(HttpExchange exchange, Object body) throws IOException {
        answer(exchange, 200, "application/json", JsonMapper.shared().writeValueAsString(body));
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
