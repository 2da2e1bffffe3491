package org.rivages.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Json;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Form;

class DirectoryRulesTests {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    @Test
    void whatNobodyConfirmedForAYearIsStale() {
        assertThat(Staleness.stale(LocalDate.parse("2025-11-22"), NOW)).isTrue();
        assertThat(Staleness.stale(LocalDate.parse("2025-11-23"), NOW)).isFalse();
        assertThat(Staleness.stale(null, NOW)).isTrue();
    }

    @Test
    void aClaimIsAsOldAsTheLastDayThatItsDateCanMean() {
        assertThat(Ages.years(FuzzyDate.of("2015"), NOW)).isEqualTo(10);
        assertThat(Ages.years(FuzzyDate.of("2011-11-22"), NOW)).isEqualTo(15);
        assertThat(Ages.years(FuzzyDate.of("2026"), NOW)).isZero();
    }

    @Test
    void namesAreFoundWithoutAccentsCaseAndArabicForms() {
        assertThat(Spoken.plain("Pécs – AViTeM")).isEqualTo("pecs avitem");
        assertThat(Spoken.plain("مدينة الجمّ")).isEqualTo("مدينه الجم");
        assertThat(Spoken.plain("<b>%_'")).isEqualTo("b");
    }

    @Test
    void aSummaryIsTheFirstParagraphWithoutMarkdown() {
        assertThat(Summaries.beginning("## Who\n\nmore")).isEqualTo("Who");
        assertThat(Summaries.beginning("A *town* with a [site](https://x.example).\n\nMore."))
                .isEqualTo("A town with a site.");
        assertThat(Summaries.beginning("word ".repeat(200)))
                .hasSizeLessThan(430)
                .endsWith("word …");
    }

    @Test
    void aMonogramIsMadeOfTheAcronymOrOfInitials() {
        assertThat(letters("Alliance of Cities", "AVEC", Language.EN)).isEqualTo("AVEC");
        assertThat(letters("Institute for Prevention and Risks", "", Language.EN)).isEqualTo("IP");
        assertThat(letters("Agence de l'eau", "", Language.FR)).isEqualTo("AE");
        assertThat(letters("معهد الوقاية", "", Language.AR)).isEqualTo("م\u200cو");
    }

    private static String letters(String name, String acronym, Language language) {
        return Monogram.of(
                        new OrganisationSummary(
                                OrganisationId.fresh(),
                                "x",
                                LocalizedText.same(name),
                                "",
                                acronym,
                                OrganisationKind.CITY,
                                null,
                                LocalizedText.EMPTY,
                                null,
                                null),
                        language)
                .letters();
    }

    @Test
    void rowsAreAddedAndRemovedByButtonsAndKeepTheirNumbers() {
        Form form =
                Form.empty()
                        .with("claim.row", List.of("0", "4"))
                        .with("claim.4.source", "s")
                        .with("add", "claim");
        assertThat(FormRows.pressed(form, OrganisationForm.PARTS)).isTrue();
        assertThat(FormRows.of(form, "claim")).containsExactly("claim.0", "claim.4", "claim.5");
        form.with("add", "").with("remove", "claim.0");
        assertThat(FormRows.pressed(form, OrganisationForm.PARTS)).isTrue();
        assertThat(FormRows.of(form, "claim")).containsExactly("claim.4", "claim.5");
        assertThat(form.value("claim.4.source")).isEqualTo("s");
        form.with("remove", "");
        assertThat(FormRows.pressed(form, OrganisationForm.PARTS)).isFalse();
    }

    @Test
    void forgedRowNumbersAreNoRows() {
        Form form = Form.empty().with("claim.row", List.of("0", "0", "x", "-1", "99999", "<b>"));
        assertThat(FormRows.of(form, "claim")).containsExactly("claim.0");
    }

    @Test
    void aForgedIdOfARowBecomesANewOne() {
        UUID mine = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        assertThat(OrganisationForm.known(mine.toString(), Set.of(mine))).isEqualTo(mine);
        assertThat(OrganisationForm.known(other.toString(), Set.of(mine))).isNotEqualTo(other);
        assertThat(OrganisationForm.known("'; drop", Set.of(mine))).isNotNull();
    }

    @Test
    void aVersionIsReadBackAsItWasWritten() {
        Organisation one = example();
        assertThat(Json.read(Json.write(one), Organisation.class)).isEqualTo(one);
    }

    static Organisation example() {
        OrganisationId network = OrganisationId.fresh();
        return new Organisation(
                OrganisationId.fresh(),
                "example",
                OrganisationKind.PUBLIC_AGENCY,
                new Organisation.Names(
                        LocalizedText.of("Example", "Exemple", "مثال"),
                        "Exemple",
                        "fr",
                        List.of("EX"),
                        List.of("Old")),
                LocalizedText.same("text"),
                FuzzyDate.of("1991"),
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                new Seat(LocalizedText.same("Nice"), "FR", 43.7, 7.27, Precision.CITY, null),
                List.of(
                        new Link(
                                "https://x.example",
                                LocalizedText.EMPTY,
                                LinkState.CHECKED,
                                FuzzyDate.of("2026-11"),
                                LocalDate.parse("2026-11-22"))),
                List.of("water"),
                List.of(11),
                List.of(new Identifier(IdentifierScheme.WIKIDATA, "Q1")),
                List.of(
                        new Membership(
                                UUID.randomUUID(),
                                network,
                                MembershipClass.ASSOCIATE,
                                MembershipState.ACTIVE,
                                FuzzyDate.of("2001-03"),
                                null,
                                "d")),
                List.of(
                        new Mandate(
                                UUID.randomUUID(),
                                network,
                                Office.VICE_CHAIR,
                                null,
                                FuzzyDate.of("2012"),
                                "s")),
                List.of(new Relation(UUID.randomUUID(), RelationKind.PART_OF, network, null, null)),
                List.of(
                        new Claim(
                                UUID.randomUUID(),
                                "7",
                                LocalizedText.same("things"),
                                FuzzyDate.of("2015"),
                                "src",
                                "",
                                FuzzyDate.of("2026-11"),
                                LocalizedText.same("no"))),
                LocalDate.parse("2026-11-20"));
    }
}
