package dev.bulkhead.access.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import dev.bulkhead.access.Person;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks browsers for passkeys and checks what they answer (Web Authentication, level 3). Keys are discoverable, so that nobody types a
 * name, and their device has to ask who holds it. Who made the device is not asked. An answer may be any text: whatever the library
 * throws at it, it is not the right one.
 */
@Component
class Ceremonies {

    private static final int CHALLENGE_BYTES = 32;
    private static final int TIMEOUT_MILLIS = 300_000;
    private static final String TYPE = "public-key";

    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final ObjectConverter objects = new ObjectConverter();
    private final WebAuthnManager verifier = WebAuthnManager.createNonStrictWebAuthnManager(objects);
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(objects);
    private final JsonMapper json = new JsonMapper();
    private final SecureRandom random = new SecureRandom();

    /** For a new passkey of that person. @param known ids of those they have, so that none is made twice on one device */
    Ceremony registration(Site site, Person person, List<String> known) {
        byte[] challenge = challenge();
        return new Ceremony(
                site,
                challenge,
                json.writeValueAsString(Map.of(
                        "rp", Map.of("id", site.domain(), "name", "Bulkhead"),
                        "user",
                                Map.of(
                                        "id", text(bytes(person.id())),
                                        "name", person.name(),
                                        "displayName", person.name()),
                        "challenge", text(challenge),
                        "pubKeyCredParams",
                                ALGORITHMS.stream()
                                        .map(algorithm -> Map.of("type", TYPE, "alg", algorithm.getValue()))
                                        .toList(),
                        "timeout", TIMEOUT_MILLIS,
                        "excludeCredentials", credentials(known),
                        "authenticatorSelection",
                                Map.of(
                                        "residentKey", "required",
                                        "requireResidentKey", true,
                                        "userVerification", "required"),
                        "attestation", "none")));
    }

    /** For any passkey of this site, or one of {@code allowed} where there are any. */
    Ceremony assertion(Site site, List<String> allowed) {
        byte[] challenge = challenge();
        return new Ceremony(
                site,
                challenge,
                json.writeValueAsString(Map.of(
                        "rpId", site.domain(),
                        "challenge", text(challenge),
                        "timeout", TIMEOUT_MILLIS,
                        "allowCredentials", credentials(allowed),
                        "userVerification", "required")));
    }

    /** The new passkey, to be stored; empty when the answer is not one to that question. */
    Optional<StoredPasskey> registered(Ceremony ceremony, String answer, Person owner, String label) {
        try {
            RegistrationData data = verifier.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(property(ceremony), PARAMETERS, true, true));
            AttestationObject attestation = data.getAttestationObject();
            if (attestation == null) {
                return Optional.empty();
            }
            var flags = attestation.getAuthenticatorData();
            AttestedCredentialData key = flags.getAttestedCredentialData();
            if (key == null) {
                return Optional.empty();
            }
            return Optional.of(new StoredPasskey(
                    text(key.getCredentialId()),
                    owner.id(),
                    owner.name(),
                    label,
                    Base64.getEncoder().encodeToString(keys.convert(key)),
                    flags.getSignCount(),
                    flags.isFlagBE(),
                    flags.isFlagBS(),
                    Instant.now(),
                    Instant.now()));
        } catch (RuntimeException wrong) {
            return Optional.empty();
        }
    }

    /** The id of the passkey that says to have answered; empty for what is no such answer at all. */
    Optional<String> claimed(String answer) {
        try {
            return Optional.ofNullable(
                            verifier.parseAuthenticationResponseJSON(answer).getCredentialId())
                    .map(Ceremonies::text);
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** The passkey as it is after that use; empty when the answer is not its answer to that question. */
    Optional<StoredPasskey> asserted(Ceremony ceremony, String answer, StoredPasskey passkey) {
        try {
            CredentialRecordImpl record = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    true,
                    passkey.backupAble(),
                    passkey.backedUp(),
                    passkey.counter(),
                    keys.convert(Base64.getDecoder().decode(passkey.key())),
                    null,
                    null,
                    null,
                    null);
            AuthenticationData data = verifier.verifyAuthenticationResponseJSON(
                    answer, new AuthenticationParameters(property(ceremony), record, null, true, true));
            var flags = data.getAuthenticatorData();
            return flags == null
                    ? Optional.empty()
                    : Optional.of(new StoredPasskey(
                            passkey.id(),
                            passkey.user(),
                            passkey.userName(),
                            passkey.label(),
                            passkey.key(),
                            flags.getSignCount(),
                            passkey.backupAble(),
                            flags.isFlagBS(),
                            passkey.since(),
                            Instant.now()));
        } catch (RuntimeException wrong) {
            return Optional.empty();
        }
    }

    private static ServerProperty property(Ceremony ceremony) {
        return new ServerProperty(
                new Origin(ceremony.site().origin()),
                ceremony.site().domain(),
                new DefaultChallenge(ceremony.challenge()));
    }

    private static List<Map<String, String>> credentials(List<String> ids) {
        return ids.stream().map(id -> Map.of("type", TYPE, "id", id)).toList();
    }

    private byte[] challenge() {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        return challenge;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
