package org.rivages.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rivages.calls.Answers;
import org.rivages.calls.Field;
import org.rivages.calls.FieldKind;
import org.rivages.shared.LocalizedText;

class MergeTests {
    private static final Field CITY = field("city");
    private static final Field PROJECT = field("project");
    private static final Answers BASE = Answers.NONE.with("city", "Sfax").with("project", "A park");

    private static Field field(String key) {
        return new Field(
                key,
                LocalizedText.same(key),
                LocalizedText.EMPTY,
                false,
                null,
                false,
                new FieldKind.ShortText(100));
    }

    private static Merge merge(Answers mine, Answers theirs, boolean mineAlone) {
        return Merge.of(List.of(CITY, PROJECT), BASE, mine, theirs, field -> mineAlone);
    }

    @Test
    void joinsWhatEachWindowChangedElsewhere() {
        Merge merge = merge(BASE.with("city", "Tunis"), BASE.with("project", "A market"), false);
        assertThat(merge.clashes()).isEmpty();
        assertThat(merge.joined().text("city")).isEqualTo("Tunis");
        assertThat(merge.joined().text("project")).isEqualTo("A market");
    }

    @Test
    void asksWhenBothWroteSomethingElse() {
        Merge merge = merge(BASE.with("city", "Tunis"), BASE.with("city", "Bizerte"), false);
        assertThat(merge.clashes()).containsExactly(CITY);
        assertThat(merge.joined().text("city")).isEqualTo("Bizerte");
    }

    @Test
    void theSameWordsFromBothAreNoClash() {
        assertThat(merge(BASE.with("city", "Tunis"), BASE.with("city", "Tunis"), false).clashes())
                .isEmpty();
    }

    @Test
    void aWindowNeverClashesWithItself() {
        Merge merge = merge(BASE.with("city", "Tunis Nord"), BASE.with("city", "Tunis"), true);
        assertThat(merge.clashes()).isEmpty();
        assertThat(merge.joined().text("city")).isEqualTo("Tunis Nord");
    }

    @Test
    void anOldWindowThatChangedNothingTakesNothingBack() {
        assertThat(merge(BASE, BASE.with("city", "Bizerte"), false).joined().text("city"))
                .isEqualTo("Bizerte");
    }

    @Test
    void emptyingAnAnswerIsAChangeToo() {
        Merge merge = merge(BASE.with("city", ""), BASE, false);
        assertThat(merge.joined().has("city")).isFalse();
    }
}
