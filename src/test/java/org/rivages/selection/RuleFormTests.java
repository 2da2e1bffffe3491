package org.rivages.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Mode;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Form;

class RuleFormTests {
    private static Attribute attribute(String key, boolean sealed) {
        return new Attribute(
                key,
                LocalizedText.same(key),
                sealed,
                false,
                Map.of("w", LocalizedText.same("w"), "m", LocalizedText.same("m")));
    }

    @ParameterizedTest
    @CsvSource({"gender,1,true", "gender,2,true", "gender,3,false", "profession,1,false"})
    void aRuleAboutSealedAnswersWantsEnoughPlacesToHideIn(
            String attribute, int places, boolean refused) {
        Form form =
                Form.empty()
                        .with("places", places)
                        .with("mode", "merit")
                        .with("aim1", "score")
                        .with("count", 1)
                        .with("r0.what", "value:" + attribute + ":w")
                        .with("r0.min", 1);
        RuleForm.read(
                form,
                Map.of(
                        "gender",
                        attribute("gender", true),
                        "profession",
                        attribute("profession", false)),
                List.of(),
                Optional.empty());
        assertThat(form.problem("r0.what") != null).isEqualTo(refused);
        assertThat(form.ok()).isEqualTo(!refused);
    }

    private static RuleSet written(Form form) {
        return RuleForm.read(
                        form.with("places", 5),
                        Map.of("gender", attribute("gender", true)),
                        List.of(),
                        Optional.empty())
                .rules();
    }

    @Test
    void aModeAndAimsComeBackAsTheyWereWritten() {
        Form form =
                Form.empty()
                        .with("mode", "tieband")
                        .with("aim1", "distinct:gender")
                        .with("aim2", "score")
                        .with("aim3", "worst:gender");
        RuleSet rules = written(form).withSeed("seed");
        assertThat(form.ok()).isTrue();
        assertThat(rules.mode()).isEqualTo(Mode.TIEBAND);
        assertThat(rules.aims())
                .containsExactly(
                        new Aim.Distinct("gender"), new Aim.Score(), new Aim.Worst("gender"));
        assertThat(RuleSet.read(rules.json())).isEqualTo(rules);
        Form again = Form.empty();
        RuleMethod.fill(again, rules);
        assertThat(List.of(again.value("mode"), again.value("aim1"), again.value("aim3")))
                .containsExactly("tieband", "distinct:gender", "worst:gender");
    }

    @ParameterizedTest
    @CsvSource({
        "merit, score, score, aim2",
        "merit, distinct:shoe, '', aim1",
        "merit, score:gender, '', aim1",
        "merit, nonsense, '', aim1",
        "merit, '', '', aim1",
        "election, score, '', mode"
    })
    void whatCannotCountIsSaidBesideItsField(String mode, String first, String second, String at) {
        Form form = Form.empty().with("mode", mode).with("aim1", first).with("aim2", second);
        written(form);
        assertThat(form.problem(at)).isNotNull();
    }

    @Test
    void byLotNothingNeedsToCount() {
        Form form = Form.empty().with("mode", "lottery");
        assertThat(written(form).mode()).isEqualTo(Mode.LOTTERY);
        assertThat(form.ok()).isTrue();
    }
}
