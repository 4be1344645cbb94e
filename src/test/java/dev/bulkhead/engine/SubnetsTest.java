package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetsTest {

    @ParameterizedTest
    @CsvSource({
        "10.77.0.1/24, 10.77.0.0/24",
        "192.168.255.255/17, 192.168.128.0/17",
        "10.1.2.3/0, 0.0.0.0/0",
        "10.1.2.3/32, 10.1.2.3/32",
        "fd42:1:2:3::1/64, fd42:1:2:3::/64",
        "FD42:0:0:5::1/64, fd42:0:0:5::/64",
        "fd42:0:0:1::9:8:0/128, fd42::1:0:9:8:0/128",
        "2001:db8:ffff:ffff::/33, 2001:db8:8000::/33",
        "1:2:3:4:5:6:7:8/127, 1:2:3:4:5:6:7:8/127",
        "1:0:3:0:5:0:7:1/127, 1:0:3:0:5:0:7:0/127",
        "::1/128, ::1/128",
        "fd42::1/0, ::/0"
    })
    void theSubnetOfAnAddressIsWrittenAsPeopleWriteIt(String address, String subnet) {
        assertThat(Subnets.of(address)).contains(subnet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "auto",
                "/",
                "10.0.0.1",
                "10.0.0.1/",
                "10.0.0.1/33",
                "10.0.0.1/-1",
                "10.0.0.1/x",
                "fd42::1/129",
                "localhost/8",
                "<b>/24",
                "10.0.0.1/24/24"
            })
    void whatIsNoAddressWithAPrefixHasNone(String text) {
        assertThat(Subnets.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.150.1, 255.255.255.0, 192.168.150.0/24",
        "10.9.8.7, 255.254.0.0, 10.8.0.0/15",
        "10.9.8.7, 255.255.255.255, 10.9.8.7/32",
        "10.9.8.7, 0.0.0.0, 0.0.0.0/0",
        "10.9.8.7, 255.0.255.0,",
        "10.9.8.7, '',"
    })
    void aNetmaskIsAPrefix(String address, String mask, String subnet) {
        assertThat(Subnets.of(address, mask).orElse(null)).isEqualTo(subnet);
    }
}
