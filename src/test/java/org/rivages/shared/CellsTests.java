package org.rivages.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTests {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", " =1+1", "\t=1+1", "＝1+1", "@SUM(A1)", "-1+1", "+cmd", "|calc"})
    void neutralisesWhatASpreadsheetCouldTakeForAFormula(String cell) {
        assertThat(Cells.safe(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Amina", "", "-2", "+2.5", "a=1", "مدينة"})
    void leavesTextAndNumbersAlone(String cell) {
        assertThat(Cells.safe(cell)).isEqualTo(cell);
    }
}
