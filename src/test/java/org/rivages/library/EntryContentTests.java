package org.rivages.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;

class EntryContentTests {
    private static final LocalizedText WORDS = LocalizedText.same("Words.");

    @Test
    void keepsOnlyThePartsOfItsKindInTheOrderInWhichTheyAreRead() {
        EntryContent content =
                Entries.practice(
                        "shade",
                        "Shade",
                        Map.of(
                                EntryPart.TRANSFER, WORDS,
                                EntryPart.CONTEXT, WORDS,
                                EntryPart.COST, LocalizedText.EMPTY,
                                EntryPart.ADVICE, WORDS));
        assertThat(content.parts().keySet()).containsExactly(EntryPart.CONTEXT, EntryPart.TRANSFER);
        assertThat(content.part(EntryPart.ADVICE).isEmpty()).isTrue();
    }

    @Test
    void lacksItsSourceOnlyWhereThereAreResults() {
        assertThat(unsourced(Map.of(EntryPart.CONTEXT, WORDS)).lacksSource()).isFalse();
        assertThat(unsourced(Map.of(EntryPart.RESULTS, WORDS)).lacksSource()).isTrue();
        assertThat(Entries.practice("a", "A", Map.of(EntryPart.RESULTS, WORDS)).lacksSource())
                .isFalse();
    }

    @Test
    void isWrittenInALanguageWhenAllOfItIs() {
        LocalizedText french = new LocalizedText(Map.of(Language.FR, "Des mots."));
        assertThat(Entries.practice("a", "A", Map.of(EntryPart.CONTEXT, french)).written())
                .containsExactly(Language.FR);
        assertThat(Entries.practice("a", "A", Map.of()).written())
                .containsExactly(Language.values());
        assertThat(
                        Entries.practice(
                                        "a",
                                        new LocalizedText(Map.of(Language.AR, "ظل")),
                                        Map.of(EntryPart.CONTEXT, french),
                                        null)
                                .written())
                .isEmpty();
    }

    private static EntryContent unsourced(Map<EntryPart, LocalizedText> parts) {
        return new EntryContent(
                EntryKind.PRACTICE,
                "a",
                WORDS,
                LocalizedText.EMPTY,
                parts,
                LocalizedText.EMPTY,
                "",
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
