package dev.bulkhead.access.passkey;

import java.time.Instant;
import java.util.UUID;

/**
 * @param id of the credential, in Base64url
 * @param userName of its owner, now
 * @param key the public key with what belongs to it, in Base64
 * @param counter how often it was used, where its device counts
 * @param backupAble whether it can be kept elsewhere; never changes
 */
record StoredPasskey(
        String id,
        UUID user,
        String userName,
        String label,
        String key,
        long counter,
        boolean backupAble,
        boolean backedUp,
        Instant since,
        Instant used) {

    Passkey described() {
        return new Passkey(id, label, since, used, backedUp);
    }
}
