package dev.bulkhead.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import dev.bulkhead.testing.SlapdServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.BasicAttributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in by a directory, with Debian's slapd. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LdapTest extends ServerTest {

    private static final String ENTRIES = """
            dn: ou=people,dc=example,dc=org
            objectClass: organizationalUnit
            ou: people

            dn: ou=groups,dc=example,dc=org
            objectClass: organizationalUnit
            ou: groups

            dn: uid=lena,ou=people,dc=example,dc=org
            objectClass: inetOrgPerson
            uid: lena
            cn: Lena
            sn: Lena
            userPassword: lena in there

            dn: uid=otto,ou=people,dc=example,dc=org
            objectClass: inetOrgPerson
            uid: otto
            cn: Otto
            sn: Otto
            userPassword: otto in there

            dn: uid=ada,ou=people,dc=example,dc=org
            objectClass: inetOrgPerson
            uid: ada
            cn: Ada
            sn: Ada
            userPassword: ada in there

            dn: cn=ops,ou=groups,dc=example,dc=org
            objectClass: groupOfNames
            cn: ops
            member: uid=lena,ou=people,dc=example,dc=org
            member: uid=ada,ou=people,dc=example,dc=org
            """;

    private static SlapdServer slapd;

    @BeforeAll
    static void begin() {
        slapd = SlapdServer.start(ENTRIES);
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path password =
                Files.writeString(Files.createTempFile("bulkhead", ".password"), SlapdServer.READER_PASSWORD + "\n");
        password.toFile().deleteOnExit();
        Map.of(
                        "url",
                        slapd.url(),
                        "bind-dn",
                        SlapdServer.READER,
                        "bind-password-file",
                        password.toString(),
                        "user-base",
                        "ou=people,dc=example,dc=org",
                        "group-base",
                        "ou=groups,dc=example,dc=org",
                        "group-map.ops",
                        "operators from there")
                .forEach((key, value) -> registry.add("bulkhead.access.ldap." + key, () -> value));
    }

    @Test
    @Order(1)
    void whoTheDirectoryKnowsGetsAnAccountWithoutAnyRight() {
        HttpCaller otto = anyone();
        assertThat(location(otto.signIn("otto", "otto in there"))).doesNotContain("error");
        assertThat(me(otto).path("name").asString()).isEqualTo("otto");
        assertThat(otto.get("/api/v1/instances").statusCode()).isEqualTo(403);
        assertThat(administrator().get("/api/v1/users").body()).contains(slapd.url());
        assertThat(administrator()
                        .get("/api/v1/audit?verb=user.add&target=otto")
                        .body())
                .contains("known from " + slapd.url());
        assertThat(administrator().get("/api/v1/audit").body()).doesNotContain("in there");
    }

    @Test
    @Order(2)
    @SuppressWarnings("BanJNDI")
    void theirGroupsAreThoseOfTheDirectoryAtEachSignIn() throws NamingException {
        String group = made("/api/v1/groups", "{\"name\":\"operators from there\"}");
        made("/api/v1/grants", """
                {"subjectKind":"GROUP","subject":"%s","role":"operator","scopeLevel":"INSTALLATION"}""".formatted(group));
        HttpCaller lena = anyone();
        lena.signIn("LENA", "lena in there");
        assertThat(lena.get("/api/v1/instances").statusCode()).isEqualTo(200);

        change(directory -> directory.modifyAttributes(
                "cn=ops,ou=groups,dc=example,dc=org",
                DirContext.REMOVE_ATTRIBUTE,
                new BasicAttributes("member", "uid=lena,ou=people,dc=example,dc=org")));
        anyone().signIn("lena", "lena in there");
        assertThat(lena.get("/api/v1/instances").statusCode()).isEqualTo(403);
    }

    /** Each with the right password of somebody, so that a filter that is read as one would open. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "lena~wrong",
                "lena~''",
                "lena~otto in there",
                "*~lena in there",
                "l*~lena in there",
                "*)(uid=lena~lena in there",
                "lena)(objectClass=*~lena in there",
                "nobody)(|(uid=lena)~lena in there",
                "uid=lena,ou=people,dc=example,dc=org~lena in there",
                "''~lena in there",
                "nobody~''"
            })
    @Order(3)
    void nobodyElseGetsIn(String name, String password) {
        int before = JsonMapper.shared()
                .readTree(administrator().get("/api/v1/users").body())
                .size();
        HttpCaller caller =
                new HttpCaller(port, "127.0.0." + (10 + Math.floorMod(name.hashCode() + password.hashCode(), 200)));
        assertThat(location(caller.signIn(name, password))).matches(".*login\\?(error|wait=.*)");
        assertThat(caller.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(JsonMapper.shared()
                        .readTree(administrator().get("/api/v1/users").body())
                        .size())
                .isEqualTo(before);
    }

    @Test
    @Order(4)
    void aNameWithAPasswordHereIsNeverAskedOfTheDirectory() {
        assertThat(location(anyone().signIn(USER, "ada in there"))).contains("error");
        HttpCaller ada = anyone();
        ada.signIn(USER, PASSWORD);
        assertThat(me(ada).path("name").asString()).isEqualTo(USER);
    }

    @Test
    @Order(5)
    void itOpensTheApiTooAndNoLongerWhenDisabledHere() {
        HttpCaller otto = anyone().basic("otto", "otto in there");
        String id = me(otto).path("id").asString();
        administrator().sendJson("PATCH", "/api/v1/users/" + id, "{\"enabled\":false}");
        assertThat(otto.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(location(anyone().signIn("otto", "otto in there"))).contains("error");
        administrator().sendJson("PATCH", "/api/v1/users/" + id, "{\"enabled\":true}");
        assertThat(otto.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void whenTheDirectoryIsDownTheFormSaysSoAndLocalSignInGoesOn() {
        slapd.close();
        assertThat(location(anyone().signIn("lena", "lena in there"))).endsWith("/login?unavailable");
        HttpCaller ada = anyone();
        ada.signIn(USER, PASSWORD);
        assertThat(me(ada).path("name").asString()).isEqualTo(USER);
    }

    private interface Change {
        void to(DirContext directory) throws NamingException;
    }

    private static void change(Change change) throws NamingException {
        Hashtable<String, String> how = new Hashtable<>();
        how.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        how.put(Context.PROVIDER_URL, slapd.url());
        how.put(Context.SECURITY_AUTHENTICATION, "simple");
        how.put(Context.SECURITY_PRINCIPAL, SlapdServer.ADMINISTRATOR);
        how.put(Context.SECURITY_CREDENTIALS, SlapdServer.PASSWORD);
        DirContext directory = new InitialDirContext(how);
        change.to(directory);
        directory.close();
    }

    private String made(String path, String body) {
        HttpResponse<String> answer = administrator().postJson(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body()).path("id").asString();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    private static JsonNode me(HttpCaller caller) {
        return JsonMapper.shared().readTree(caller.get("/api/v1/me").body());
    }
}
