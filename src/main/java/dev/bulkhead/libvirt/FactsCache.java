package dev.bulkhead.libvirt;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the last look at each domain in depth told, so that a bulk list, which cannot ask for it, keeps what is known. An event makes
 * the inventory look again, and a look replaces what is here.
 */
final class FactsCache {

    private final Map<String, DomainFacts> facts = new ConcurrentHashMap<>();

    DomainFacts get(String uuid) {
        return facts.getOrDefault(uuid, DomainFacts.NONE);
    }

    void put(String uuid, DomainFacts found) {
        facts.put(uuid, found);
    }

    void remove(String uuid) {
        facts.remove(uuid);
    }

    void retain(Set<String> uuids) {
        facts.keySet().retainAll(uuids);
    }
}
