package dev.bulkhead.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Change.InstanceChanged;
import dev.bulkhead.engine.Change.Lost;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectionsTest {

    private static final String ID = "ab".repeat(32);
    private static final Instance LISTED = container("web", null, Action.START);
    private static final Instance INSPECTED = container("web", ByteSize.ofMebibytes(64), Action.START);

    private final Inspections inspections = new Inspections();

    @BeforeEach
    void listen() {
        inspections.startListening();
    }

    @Test
    void anInspectionStandsForTheListedOne() {
        inspect();

        assertThat(inspections.enrich(LISTED)).isSameAs(INSPECTED);
    }

    @Test
    void nothingIsKeptWhileNobodyListens() {
        inspections.stopListening();
        inspect();

        assertThat(inspections.enrich(LISTED)).isSameAs(LISTED);
    }

    @Test
    void anEventEndsIt() {
        inspect();
        inspections.heard(new InstanceChanged(ID, Instant.now(), "update"));

        assertThat(inspections.enrich(LISTED)).isSameAs(LISTED);
    }

    @Test
    void anEventDuringAnInspectionKeepsItOut() {
        Object ticket = inspections.begin(ID);
        inspections.heard(new InstanceChanged(ID, Instant.now(), "update"));
        inspections.keep(ticket, INSPECTED);

        assertThat(inspections.enrich(LISTED)).isSameAs(LISTED);
    }

    @Test
    void anAbandonedInspectionIsNotKept() {
        Object ticket = inspections.begin(ID);
        inspections.abandon(ID, ticket);
        inspections.keep(ticket, INSPECTED);

        assertThat(inspections.enrich(LISTED)).isSameAs(LISTED);
    }

    @Test
    void theLossOfEventsEndsAll() {
        inspect();
        inspections.heard(new Lost("gone"));

        assertThat(inspections.enrich(LISTED)).isSameAs(LISTED);
    }

    @Test
    void aListThatContradictsItWins() {
        inspect();

        Instance renamed = container("shop", null, Action.START);
        Instance started = container("web", null, Action.SHUTDOWN);
        assertThat(inspections.enrich(renamed)).isSameAs(renamed);
        assertThat(inspections.enrich(started)).isSameAs(started);
    }

    @Test
    void whatIsNoLongerListedIsForgotten() {
        inspect();
        inspections.retain(List.of());

        assertThat(inspections.enrich(LISTED)).isSameAs(LISTED);
    }

    private void inspect() {
        inspections.keep(inspections.begin(ID), INSPECTED);
    }

    private static Instance container(String name, @Nullable ByteSize memory, Action action) {
        ApplicationContainer details =
                new ApplicationContainer("busybox", List.of(), null, null, "", List.of(), List.of(), null);
        return Instance.builder(new InstanceId(new EngineId("docker"), ID), name, details)
                .memory(memory, memory)
                .actions(Set.of(action))
                .build();
    }
}
