package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.ByteSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1048576, 1048576",
        "512B, 512",
        "1kB, 1000",
        "1KiB, 1024",
        "512MiB, 536870912",
        "1GB, 1000000000",
        "2GiB, 2147483648",
        "9999999EiB, 9223372036854775807"
    })
    void sizes(String text, long bytes) {
        assertThat(Amounts.size(text)).contains(new ByteSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MiB", "-1", "1.5GiB", "1 banana", "50%", "99999999999999999999"})
    void whatIsNoSize(String text) {
        assertThat(Amounts.size(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"4|4", "0-3|4", "2-2|1", "0-3,5|5", "1,|1", "0,2,4|3"})
    void cpus(String text, double count) {
        assertThat(Amounts.cpus(text)).hasValue(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "auto", "3-1", "-4", "99999999"})
    void whatCountsNoCpus(String text) {
        assertThat(Amounts.cpus(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"25ms/100ms, 0.25", "200ms/100ms, 2"})
    void timeSlices(String text, double cpus) {
        assertThat(Amounts.allowance(text)).hasValue(cpus);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50%", "5ms/0ms", "ms/ms"})
    void whatIsNoHardLimit(String text) {
        assertThat(Amounts.allowance(text)).isEmpty();
    }
}
