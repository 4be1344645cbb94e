package dev.bulkhead.common;

/**
 * A setting that cannot work, so that the start has to stop. The one who started the server reads the message as one line:
 * {@code bulkhead.hosts[0].engines[0].kind = vmware: unknown engine kind; use libvirt, docker or lxd}.
 */
public final class ConfigurationFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param key the property as configuration spells it
     * @param value what it is set to; never a secret
     * @param remedy what is wrong with it and what to do
     */
    public ConfigurationFault(String key, String value, String remedy) {
        super(key + " = " + value + ": " + remedy);
    }
}
