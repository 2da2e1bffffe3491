package org.rivages.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rivages.shared.FuzzyDate.Grain;

class FuzzyDateTests {
    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 3_652_058)
                .map(day -> LocalDate.of(1, 1, 1).plusDays(day));
    }

    @Provide
    Arbitrary<FuzzyDate> dates() {
        return Combinators.combine(
                        days(), Arbitraries.integers().between(0, 900), Arbitraries.of(Grain.class))
                .as((day, length, grain) -> {
                    LocalDate end =
                            day.plusDays(Math.min(length, 3_652_058 - day.toEpochDay() - 719_162));
                    return FuzzyDate.of(cut(day, grain) + "/" + cut(end, grain));
                });
    }

    private static String cut(LocalDate day, Grain grain) {
        return switch (grain) {
            case DAY -> day.toString();
            case MONTH -> day.toString().substring(0, 7);
            case YEAR -> day.toString().substring(0, 4);
        };
    }

    @Property
    void readsWhatItWrote(@ForAll("dates") FuzzyDate date) {
        assertThat(FuzzyDate.of(date.edtf())).isEqualTo(date);
        assertThat(Json.read(Json.write(date), FuzzyDate.class)).isEqualTo(date);
    }

    @Property
    void neverEndsBeforeItStarts(@ForAll("dates") FuzzyDate date) {
        assertThat(date.end()).isAfterOrEqualTo(date.start());
        assertThat(date.within(date)).isTrue();
        assertThat(date.touchesYear(date.start().getYear())).isTrue();
        assertThat(date.touchesYear(date.end().getYear())).isTrue();
        assertThat(date.touchesYear(date.end().getYear() + 1)).isFalse();
    }

    @Property
    void coversWholeMonthsAndYears(@ForAll("dates") FuzzyDate date) {
        switch (date.grain()) {
            case DAY -> {}
            case MONTH -> {
                assertThat(date.start().getDayOfMonth()).isOne();
                assertThat(date.end()).isEqualTo(YearMonth.from(date.end()).atEndOfMonth());
            }
            case YEAR -> {
                assertThat(date.start().getDayOfYear()).isOne();
                assertThat(date.end().getMonthValue()).isEqualTo(12);
                assertThat(date.end().getDayOfMonth()).isEqualTo(31);
            }
        }
    }

    @Property
    void aDayLiesWithinItsMonthAndItsYear(@ForAll("days") LocalDate day) {
        FuzzyDate exact = FuzzyDate.day(day);
        FuzzyDate month = FuzzyDate.of(cut(day, Grain.MONTH));
        FuzzyDate year = FuzzyDate.of(cut(day, Grain.YEAR));
        assertThat(exact.within(month)).isTrue();
        assertThat(month.within(year)).isTrue();
        assertThat(year.within(month)).isFalse();
        assertThat(exact).isEqualTo(FuzzyDate.of(day.toString()));
    }

    @Property
    void aRangeOfOneIsNoRange(@ForAll("dates") FuzzyDate date) {
        String[] parts = date.edtf().split("/", 2);
        if (!date.isRange()) {
            assertThat(FuzzyDate.of(date.edtf() + "/" + date.edtf())).isEqualTo(date);
        } else {
            assertThat(parts[0]).isNotEqualTo(parts[1]);
            assertThat(FuzzyDate.parse(parts[1] + "/" + parts[0])).isEmpty();
        }
    }

    @Property(tries = 3000)
    void anyTextIsADateOrIsRefused(@ForAll String text) {
        FuzzyDate.parse(text)
                .ifPresent(date -> assertThat(FuzzyDate.of(date.edtf())).isEqualTo(date));
    }

    @Property(tries = 3000)
    void almostDatesAreDatesOrAreRefused(@ForAll("almost") String text) {
        FuzzyDate.parse(text)
                .ifPresent(date -> {
                    assertThat(FuzzyDate.of(date.edtf())).isEqualTo(date);
                    assertThat(date.start().getYear()).isPositive();
                });
    }

    @Provide
    Arbitrary<String> almost() {
        return Arbitraries.strings().withChars("0123456789-/ T+").ofMinLength(1).ofMaxLength(22);
    }

    @Example
    void refusesWhatIsNoDate() {
        for (String text :
                new String[] {
                    "",
                    "/",
                    "20",
                    "0000",
                    "2020-13",
                    "2020-00",
                    "2021-02-29",
                    "2020-2",
                    "2020/",
                    "/2020",
                    "2020-10/2020-09",
                    "2020/2020-03",
                    "2020-03-01/2020-04",
                    "2020-01/2020-02/2020-03",
                    "+2020",
                    "-2020",
                    "2020-03-01T10:00",
                    "٢٠٢٠",
                    "March 2020",
                    "2020-03~",
                    "20200301"
                }) {
            assertThat(FuzzyDate.parse(text)).as(text).isEmpty();
        }
    }

    @Example
    void readsWhatPeopleType() {
        assertThat(FuzzyDate.parse(" 2020-10 / 2020-11 "))
                .contains(FuzzyDate.of("2020-10/2020-11"));
        assertThat(FuzzyDate.of("2024-02").end()).isEqualTo("2024-02-29");
        assertThat(FuzzyDate.of("2018-09-24/2018-09-28").end()).isEqualTo("2018-09-28");
        assertThat(FuzzyDate.of("2019/2019").isRange()).isFalse();
    }
}
