package org.rivages.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rivages.support.RivagesTest;
import org.rivages.support.TestServer;

/** A change of analysis or weights must not make the answers worse. */
@RivagesTest
class BenchRelevanceIT {
    @Test
    void expectedAnswersStandFirstInEveryLanguage() throws Exception {
        List<BenchRelevance.Found> found = BenchRelevance.ask(TestServer.base());
        BenchRelevance.print(found);
        Map<String, BenchRelevance.Score> scores = BenchRelevance.scores(found);
        assertThat(scores.keySet()).containsExactlyInAnyOrder("en", "fr", "ar", "all");
        scores.forEach((language, score) -> {
            assertThat(score.reciprocal()).as(language + " MRR").isGreaterThan(0.9);
            assertThat(score.three()).as(language + " in three").isGreaterThan(0.93);
        });
    }
}
