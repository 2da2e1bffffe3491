package org.rivages.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;

class WordsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019 | 2019 | 2019 | 2019",
                "2018/2020 | 2018–2020 | 2018–2020 | 2018–2020",
                "2020-03 | March 2020 | mars 2020 | مارس 2020",
                "2020-10/2020-11 | October–November 2020 | octobre–novembre 2020 | أكتوبر–نوفمبر 2020",
                "2020-12/2021-01 | December 2020–January 2021 | décembre 2020–janvier 2021 | ديسمبر 2020–يناير 2021",
                "2018-09-24 | 24 September 2018 | 24 septembre 2018 | 24 سبتمبر 2018",
                "2027-03-01 | 1 March 2027 | 1er mars 2027 | 1 مارس 2027",
                "2027-03-11 | 11 March 2027 | 11 mars 2027 | 11 مارس 2027",
                "2018-09-24/2018-09-28 | 24–28 September 2018 | 24–28 septembre 2018 | 24–28 سبتمبر 2018",
                "2027-03-01/2027-03-05 | 1–5 March 2027 | 1er–5 mars 2027 | 1–5 مارس 2027",
                "2027-02-28/2027-03-01 | 28 February–1 March 2027 | 28 février–1er mars 2027 | 28 فبراير–1 مارس 2027",
                "2018-12-28/2019-01-03 | 28 December 2018–3 January 2019 | 28 décembre 2018–3 janvier 2019 | 28 ديسمبر 2018–3 يناير 2019",
                "1492-10-12 | 12 October 1492 | 12 octobre 1492 | 12 أكتوبر 1492"
            })
    void writesDatesAsPeopleDo(String edtf, String en, String fr, String ar) {
        FuzzyDate date = FuzzyDate.of(edtf);
        assertThat(plain(SiteExamples.words(Language.EN).date(date))).isEqualTo(en);
        assertThat(plain(SiteExamples.words(Language.FR).date(date))).isEqualTo(fr);
        assertThat(plain(SiteExamples.words(Language.AR).date(date))).isEqualTo(ar);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-03 | March 2020 (date to be set) | mars 2020 (date à fixer) | مارس 2020 (التاريخ يُحدَّد لاحقًا)",
                "2019 | 2019 (date to be set) | 2019 (date à fixer) | 2019 (التاريخ يُحدَّد لاحقًا)",
                "2020-03-02 | 2 March 2020 | 2 mars 2020 | 2 مارس 2020"
            })
    void saysWhenTheDaysAreStillToBeSet(String edtf, String en, String fr, String ar) {
        FuzzyDate date = FuzzyDate.of(edtf);
        assertThat(SiteExamples.words(Language.EN).planned(date)).isEqualTo(en);
        assertThat(SiteExamples.words(Language.FR).planned(date)).isEqualTo(fr);
        assertThat(SiteExamples.words(Language.AR).planned(date)).isEqualTo(ar);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-01,1", "2027-03-11,11", "2027-03-21,21"})
    void leavesTheNumberOfTheDayAlone(LocalDate day, String number) {
        assertThat(SiteExamples.words(Language.FR).skeleton("d", day)).isEqualTo(number);
    }

    /** The spaces around a dash differ between versions of the language data. */
    private static String plain(String text) {
        return text.replaceAll(
                "\\s*–\\s*|[\\u2009\\u202f\\u00a0 ]*–[\\u2009\\u202f\\u00a0 ]*", "–");
    }
}
