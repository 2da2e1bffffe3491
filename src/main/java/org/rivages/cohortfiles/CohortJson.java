package org.rivages.cohortfiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code cohort.json}, member by member; {@code cohort.schema.json} beside this class describes it.
 *
 * @param score of the cohort, in points
 * @param bound interrupted only: the open aim can be no better than this
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CohortJson(
        String outcome,
        @Nullable List<String> cohort,
        @Nullable String score,
        @Nullable Map<String, Long> distinct,
        @Nullable String open,
        @Nullable String bound,
        @Nullable List<String> reserve,
        @Nullable List<RuleLine> rules,
        @Nullable InfeasibleJson infeasible,
        @Nullable Map<String, String> probabilities,
        @Nullable CertificateJson certificate) {

    static final String OPTIMAL = "optimal";
    static final String INFEASIBLE = "infeasible";
    static final String INTERRUPTED = "interrupted";

    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    /**
     * @param count of the cohort; an object, value by value, for a rule about each value
     * @param price in points; left out where it is not proven
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleLine(String id, @Nullable JsonNode count, @Nullable String price) {}

    record InfeasibleJson(List<String> rules, Map<String, String> text, List<ChangeJson> repair) {}

    /**
     * @param rule left out where the places change
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeJson(@Nullable String rule, String change, long from, long to) {}

    /**
     * @param values optimal: what each aim reaches, in the order of the aims
     * @param proofs proof by proof, step by step, as {@code docs/cohort.md} numbers them; those of
     *     a draw stand in {@code draw}
     * @param prices rule → why it has its price, where the proofs above take something from it
     * @param reserve true: the reserve is the engine's, to be computed again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record CertificateJson(
            long @Nullable [] values,
            long[][][] proofs,
            @Nullable Map<String, PriceJson> prices,
            @Nullable Boolean reserve,
            @Nullable RepairJson repair,
            @Nullable List<List<String>> witnesses,
            @Nullable DrawJson draw) {}

    /**
     * @param cohort best without the rule; left out where it is the cohort itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record PriceJson(@Nullable List<String> cohort, long[][][] proofs) {}

    /**
     * @param best tie band: the cohort whose aims, proven above, every cohort here reaches
     * @param tickets of each cohort
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DrawJson(
            @Nullable List<String> best,
            List<List<String>> cohorts,
            List<String> tickets,
            List<LevelJson> levels) {}

    /**
     * @param weights first id of each class of equals → what each member weighs
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record LevelJson(Map<String, Long> weights, long most, long[][] proof) {}

    /**
     * @param total what the changes cost together
     * @param proven that nothing smaller works
     * @param cohort one that keeps the rules as changed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record RepairJson(long total, boolean proven, List<String> cohort, long[][][] proofs) {}
}
