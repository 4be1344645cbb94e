package dev.bulkhead.instance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceQuery.Sort;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressFilterTest {

    @Test
    void anEmptyAddressShowsAll() {
        assertThat(AddressFilter.read(QueryParameters.empty())).isEqualTo(InstanceQuery.ALL);
        assertThat(AddressFilter.write(InstanceQuery.ALL, false).getQueryString())
                .isEmpty();
    }

    @Test
    void everythingComesBackFromTheAddress() {
        InstanceQuery query = new InstanceQuery(
                "a&b <x>",
                Set.of(InstanceKind.VIRTUAL_MACHINE, InstanceKind.SYSTEM_CONTAINER),
                Set.of(InstanceState.RUNNING),
                Set.of("atlas"),
                Set.of("atlas-docker"),
                Set.of("shop", "ops"),
                Sort.MEMORY,
                true);

        String address = AddressFilter.write(query, true).getQueryString();

        assertThat(address).contains("sort=-memory", "state=running").doesNotContain("<", "a&b");
        assertThat(AddressFilter.read(QueryParameters.fromString(address))).isEqualTo(query);
        assertThat(AddressFilter.isWall(QueryParameters.fromString(address))).isTrue();
        assertThat(AddressFilter.isWall(QueryParameters.fromString("view=window")))
                .isFalse();
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() {
        InstanceQuery query = AddressFilter.read(
                QueryParameters.fromString("state=flying&state=paused&kind=&sort=-colour&host=" + "h".repeat(300)));

        assertThat(query)
                .isEqualTo(Filters.states(
                        Filters.sorted(InstanceQuery.ALL, Sort.NAME, true), Set.of(InstanceState.PAUSED)));
    }
}
