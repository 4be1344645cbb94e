package dev.bulkhead.engine;

import java.util.List;

/**
 * A network that instances can be plugged into.
 *
 * @param name the engine's name for it, unique on the engine; in LXD and Incus with its project before it, where that is not the default
 *     one ({@code lab/lxdbr1}). Never trusted as markup, path or argument
 * @param type in the engine's word: libvirt's forward mode ({@code nat}, {@code route}, {@code isolated}, …), Docker's driver, LXD's type
 * @param device the host's interface that it stands on; "" for none, or where the engine does not tell
 * @param subnets of the guests, in CIDR notation; empty where the engine manages no addresses
 * @param outward whether guests reach beyond the host by it; for a network whose engine does not tell, true
 * @param active whether instances can be plugged in now
 */
public record Network(String name, String type, String device, List<String> subnets, boolean outward, boolean active) {

    public Network {
        subnets = List.copyOf(subnets);
    }
}
