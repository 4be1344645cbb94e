package dev.bulkhead.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.bulkhead.access.Role;
import dev.bulkhead.testing.FreePort;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import dev.bulkhead.testing.TestProvider;
import dev.bulkhead.testing.TestProvider.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in at an OpenID provider, over HTTP as a browser does. The provider is not there yet when Bulkhead starts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcTest extends ServerTest {

    private static final int PORT = FreePort.find();
    private static final String START = "/oauth2/authorization/oidc";

    private static TestProvider provider;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path secret = Files.writeString(Files.createTempFile("bulkhead", ".secret"), TestProvider.SECRET + "\n");
        secret.toFile().deleteOnExit();
        Map.of(
                        "issuer",
                        TestProvider.issuer(PORT),
                        "client-id",
                        TestProvider.CLIENT,
                        "client-secret-file",
                        secret.toString(),
                        "name",
                        "Example SSO",
                        "group-map.staff",
                        "people of staff")
                .forEach((key, value) -> registry.add("bulkhead.access.oidc." + key, () -> value));
    }

    @BeforeEach
    void begin(org.junit.jupiter.api.TestInfo test) {
        if (provider == null && !test.getTags().contains("down")) {
            provider = new TestProvider(PORT);
        }
    }

    @AfterAll
    static void end() {
        provider.close();
    }

    @Test
    @Order(1)
    @org.junit.jupiter.api.Tag("down")
    void whileTheProviderIsDownTheFormSaysSoAndLocalSignInGoesOn() {
        HttpCaller caller = anyone();
        assertThat(location(caller.get(START))).endsWith("/login?unreachable");
        assertThat(location(caller.signIn(USER, PASSWORD))).doesNotContain("error");
        assertThat(caller.get("/api/v1/me").body()).contains(USER);
    }

    @Test
    void whoComesFirstGetsAnAccountWithoutAnyRight() {
        HttpCaller grace = anyone();
        HttpResponse<String> home = signIn(grace, new Person("sub-1", "Grace Hopper", List.of()));
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("http-equiv=\"refresh\"");
        assertThat(home.headers().allValues("set-cookie").toString()).contains("SameSite=Strict");
        assertThat(grace.get("/api/v1/me").body()).contains("\"grace-hopper\"");
        assertThat(grace.get("/api/v1/instances").statusCode()).isEqualTo(403);

        assertThat(administrator()
                        .get("/api/v1/audit?actor=grace-hopper&verb=sign-in")
                        .body())
                .contains("DONE")
                .contains("SESSION");
        assertThat(administrator()
                        .get("/api/v1/audit?verb=user.add&target=grace-hopper")
                        .body())
                .contains("known from " + TestProvider.issuer(PORT));
    }

    @Test
    void somebodyIsTheirSubjectAndNotTheirName() {
        HttpCaller first = anyone();
        signIn(first, new Person("sub-2", "linus", List.of()));
        String id = me(first).path("id").asString();
        HttpCaller renamed = anyone();
        signIn(renamed, new Person("sub-2", "someone-else", List.of()));
        assertThat(me(renamed).path("id").asString()).isEqualTo(id);
        HttpCaller other = anyone();
        signIn(other, new Person("sub-3", "linus", List.of()));
        assertThat(me(other).path("name").asString()).isEqualTo("linus-2");
    }

    @Test
    void nobodyGetsAtALocalAccountByItsName() {
        HttpCaller impostor = anyone();
        signIn(impostor, new Person("sub-4", USER, List.of()));
        assertThat(me(impostor).path("name").asString()).isEqualTo(USER + "-2");
        assertThat(impostor.get("/api/v1/users").statusCode()).isEqualTo(403);
    }

    @Test
    void theirGroupsAreWhatTheProviderSaysAtEachSignInAndLocalOnesStay() {
        String staff = group("people of staff");
        String local = group("local " + UUID.randomUUID());
        grant(staff, Role.VIEWER);
        HttpCaller kay = anyone();
        signIn(kay, new Person("sub-5", "kay", List.of("staff", "unmapped")));
        assertThat(kay.get("/api/v1/instances").statusCode()).isEqualTo(200);
        String id = me(kay).path("id").asString();
        administrator().sendJson("PUT", "/api/v1/groups/" + local + "/members", "[\"" + id + "\"]");

        signIn(anyone(), new Person("sub-5", "kay", List.of()));
        assertThat(kay.get("/api/v1/instances").statusCode())
                .as("what is open, too")
                .isEqualTo(403);
        assertThat(members(local)).contains(id);
        assertThat(members(staff)).doesNotContain(id);
        assertThat(administrator()
                        .get("/api/v1/audit?verb=user.groups&target=kay")
                        .body())
                .contains("people of staff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "issuer", "audience", "expired", "key", "subject"})
    void whatIsNotSignedForUsNowIsRefused(String fault) {
        signedIn(new Person("sub-6", "mallory", List.of("staff")));
        if (fault.equals("key")) {
            provider.useForeignKey();
        } else {
            provider.bend(bent(fault));
        }
        HttpCaller mallory = anyone();
        assertThat(location(goThereAndBack(mallory))).endsWith("/login?provider");
        assertThat(mallory.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(administrator()
                        .get("/api/v1/audit?verb=sign-in&outcome=REFUSED")
                        .body())
                .contains("at Example SSO");
    }

    private static UnaryOperator<JWTClaimsSet.Builder> bent(String fault) {
        return claims -> switch (fault) {
            case "nonce" -> claims.claim("nonce", "another");
            case "issuer" -> claims.issuer("http://127.0.0.1:1");
            case "audience" -> claims.audience("another client");
            case "expired" ->
                claims.issueTime(Date.from(Instant.now().minusSeconds(7200)))
                        .expirationTime(Date.from(Instant.now().minusSeconds(3600)));
            default -> claims.subject(null);
        };
    }

    @Test
    void anAnswerIsForTheBrowserThatAskedAndWorksOnce() {
        signedIn(new Person("sub-7", "ruth", List.of()));
        HttpCaller ruth = anyone();
        String back = back(ruth.get(START));
        assertThat(location(anyone().get(back))).as("another browser").endsWith("/login?provider");
        assertThat(location(ruth.get(back.replace("state=", "state=x"))))
                .as("another state")
                .endsWith("/login?provider");

        back = back(ruth.get(START));
        assertThat(ruth.get(back).statusCode()).isEqualTo(200);
        assertThat(location(ruth.get(back))).as("once more").endsWith("/login?provider");
    }

    @Test
    void whoIsDisabledHereStaysOut() {
        HttpCaller dennis = anyone();
        signIn(dennis, new Person("sub-8", "dennis", List.of()));
        String id = me(dennis).path("id").asString();
        administrator().sendJson("PATCH", "/api/v1/users/" + id, "{\"enabled\":false}");
        HttpCaller again = anyone();
        signedIn(new Person("sub-8", "dennis", List.of()));
        assertThat(location(goThereAndBack(again))).endsWith("/login?provider");
        assertThat(again.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void theFormDoesNotOpenTheirAccount() {
        HttpCaller barbara = anyone();
        signIn(barbara, new Person("sub-9", "barbara", List.of()));
        String id = me(barbara).path("id").asString();
        for (String password : List.of("", "null", PASSWORD)) {
            assertThat(location(anyone().signIn("barbara", password))).contains("error");
        }
        assertThat(administrator()
                        .sendJson("PATCH", "/api/v1/users/" + id, "{\"password\":\"" + PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(administrator().get("/api/v1/users").body()).contains(TestProvider.issuer(PORT));
    }

    private static void signedIn(Person person) {
        provider.signedIn(person);
    }

    private HttpResponse<String> signIn(HttpCaller caller, Person person) {
        signedIn(person);
        HttpResponse<String> answer = goThereAndBack(caller);
        assertThat(answer.statusCode()).as(location(answer)).isEqualTo(200);
        return answer;
    }

    private HttpResponse<String> goThereAndBack(HttpCaller caller) {
        return caller.get(back(caller.get(START)));
    }

    /** Where the provider sends the browser that we sent to it. */
    private String back(HttpResponse<String> sent) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(location(sent))).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            return location(answer).substring(("http://127.0.0.1:" + port).length());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    private static JsonNode me(HttpCaller caller) {
        return JsonMapper.shared().readTree(caller.get("/api/v1/me").body());
    }

    private String group(String name) {
        return JsonMapper.shared()
                .readTree(administrator()
                        .postJson("/api/v1/groups", "{\"name\":\"" + name + "\"}")
                        .body())
                .path("id")
                .asString();
    }

    private void grant(String group, Role role) {
        administrator().postJson("/api/v1/grants", """
                        {"subjectKind":"GROUP","subject":"%s","role":"%s","scopeLevel":"INSTALLATION"}""".formatted(group, role.name()));
    }

    private String members(String group) {
        return JsonMapper.shared()
                .readTree(administrator().get("/api/v1/groups").body())
                .valueStream()
                .filter(found -> found.path("id").asString().equals(group))
                .findFirst()
                .orElseThrow()
                .path("members")
                .toString();
    }
}
