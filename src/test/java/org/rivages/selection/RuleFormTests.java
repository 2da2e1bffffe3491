package org.rivages.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
