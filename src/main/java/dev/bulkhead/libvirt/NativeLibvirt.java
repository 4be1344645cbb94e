package dev.bulkhead.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt;
import org.libvirt.jna.NetworkPointer;
import org.libvirt.jna.StoragePoolPointer;

/**
 * What libvirt-java does not bind: bulk calls, leases, machine statistics, events of networks and pools. Names and arguments are
 * libvirt's own. A negative or null result means that the thread's last error tells why.
 */
interface NativeLibvirt extends Libvirt {

    int virConnectGetAllDomainStats(ConnectionPointer connection, int groups, PointerByReference records, int flags);

    int virDomainListGetStats(Pointer nullTerminatedDomains, int groups, PointerByReference records, int flags);

    void virDomainStatsRecordListFree(Pointer records);

    int virConnectListAllDomains(ConnectionPointer connection, PointerByReference domains, int flags);

    int virDomainGetState(DomainPointer domain, IntByReference state, IntByReference reason, int flags);

    int virConnectListAllNetworks(ConnectionPointer connection, PointerByReference networks, int flags);

    int virConnectListAllStoragePools(ConnectionPointer connection, PointerByReference pools, int flags);

    int virStoragePoolListAllVolumes(StoragePoolPointer pool, PointerByReference volumes, int flags);

    int virNetworkGetDHCPLeases(NetworkPointer network, @Nullable String mac, PointerByReference leases, int flags);

    void virNetworkDHCPLeaseFree(Pointer lease);

    void virDomainInterfaceFree(Pointer networkInterface);

    int virNodeGetCPUStats(
            ConnectionPointer connection, int cpu, @Nullable Pointer stats, IntByReference count, int flags);

    int virNodeGetMemoryStats(
            ConnectionPointer connection, int cell, @Nullable Pointer stats, IntByReference count, int flags);

    int virConnectDomainEventRegisterAny(
            ConnectionPointer connection,
            @Nullable DomainPointer domain,
            int event,
            Callback callback,
            Pointer opaque,
            @Nullable Callback freed);

    int virConnectNetworkEventRegisterAny(
            ConnectionPointer connection,
            @Nullable NetworkPointer network,
            int event,
            Callback callback,
            Pointer opaque,
            @Nullable Callback freed);

    int virConnectNetworkEventDeregisterAny(ConnectionPointer connection, int registration);

    int virConnectStoragePoolEventRegisterAny(
            ConnectionPointer connection,
            @Nullable StoragePoolPointer pool,
            int event,
            Callback callback,
            Pointer opaque,
            @Nullable Callback freed);

    int virConnectStoragePoolEventDeregisterAny(ConnectionPointer connection, int registration);

    int virDomainOpenGraphics(DomainPointer domain, int index, int descriptor, int flags);

    int virGetLastErrorCode();

    String virGetLastErrorMessage();

    void virSetErrorFunc(@Nullable Pointer userData, ErrorSink sink);

    /** Takes the place of libvirt's own, which writes to standard error. */
    interface ErrorSink extends Callback {
        void error(Pointer userData, Pointer error);
    }

    /**
     * Loads the library of this machine; names in it are UTF-8 whatever this process's locale is.
     *
     * @throws UnsatisfiedLinkError when it is not installed
     */
    static NativeLibvirt load() {
        return Native.load("virt", NativeLibvirt.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
    }
}
