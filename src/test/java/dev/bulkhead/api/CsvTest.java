package dev.bulkhead.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void quotesWhatNeedsIt() {
        assertThat(Csv.line(Arrays.asList("a", "b \"c\", d", null, -7, "line\nend")))
                .isEqualTo("\"a\",\"b \"\"c\"\", d\",,\"-7\",\"line\nend\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void noCellIsAFormula(String hostile) {
        assertThat(Csv.line(List.of(hostile))).startsWith("\"'" + hostile);
    }
}
