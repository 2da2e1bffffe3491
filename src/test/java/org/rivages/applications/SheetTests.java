package org.rivages.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTests {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33 1", "-2", "@SUM(A1)", "\t=1"})
    void whatCouldBeginAFormulaIsText(String cell) {
        assertThat(Sheet.harmless(cell)).isEqualTo("'" + cell);
        String csv =
                new String(
                        new Sheet(List.of("a"), List.of(List.of(cell))).csv(),
                        StandardCharsets.UTF_8);
        assertThat(csv).contains("'" + cell);
    }

    @Test
    void ordinaryWordsStayAsTheyAre() {
        assertThat(Sheet.harmless("Sfax = port")).isEqualTo("Sfax = port");
        assertThat(new Sheet(List.of("a"), List.of(List.of("سوسة"))).xlsx("demo")).isNotEmpty();
    }
}
